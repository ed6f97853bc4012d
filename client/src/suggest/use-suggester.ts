import { useEffect } from 'react'
import type { Answer } from './ask.ts'
import { createSuggester, type Spawn, type Suggester } from './suggester.ts'

/** A module worker from our own origin, in a chunk of its own. */
const spawn: Spawn = (heard, broke) => {
  if (typeof Worker === 'undefined') return null
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => heard(data))
  worker.addEventListener('error', broke)
  return { ask: (question) => worker.postMessage(question, []), end: () => worker.terminate() }
}

/** One worker serves the whole page, while something on it may ask. */
const shared = createSuggester(spawn)
let users = 0

export function useSuggester(): Suggester {
  useEffect(() => {
    users++
    return () => {
      if (--users === 0) shared.rest()
    }
  }, [])
  return shared
}
