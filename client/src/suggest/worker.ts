import { suggestClusters, suggestGroups } from '@groundswell/shared/suggest'
import type { Answer, Ask } from './ask.ts'

/** Off the page's own thread: with 500 notes a first look takes half a second, and nobody's typing waits for it. */
function answerTo(asked: Ask): Answer {
  switch (asked.about) {
    case 'groups':
      return { ask: asked.ask, about: 'groups', groups: suggestGroups(asked.words.loose, asked.words.clusters) }
    case 'clusters':
      return { ask: asked.ask, about: 'clusters', clusters: suggestClusters(asked.texts, asked.clusters) }
  }
}

addEventListener('message', (event: MessageEvent<Ask>) => postMessage(answerTo(event.data)))
