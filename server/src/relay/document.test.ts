import { expect, it } from 'vitest'
import { readClientMessage } from '@groundswell/shared/wire'
import * as Y from 'yjs'
import { systemClock } from '../lib/clock.ts'
import { LiveDocument, verifiedSnapshot } from './document.ts'

const written = (): Y.Doc => {
  const doc = new Y.Doc()
  for (const key of ['a', 'b', 'c']) doc.getMap('m').set(key, { key })
  doc.getMap('m').delete('b')
  return doc
}

it('P33 a snapshot that would not read as its document is refused', () => {
  const sound = written()
  const copy = new Y.Doc()
  Y.applyUpdate(copy, verifiedSnapshot(sound))
  expect(copy.getMap('m').toJSON()).toEqual(sound.getMap('m').toJSON())

  // As if memory had been damaged: something in the middle is gone, and what follows would take its place.
  const damaged = written()
  damaged.store.clients.get(damaged.clientID)?.splice(1, 1)
  expect(() => verifiedSnapshot(damaged)).toThrow('does not decode to its document')
})

const NOTHING_KNOWN = Uint8Array.of(0)

/** What someone who had nothing holds after the answer. */
function readAnswer(live: LiveDocument): Record<string, unknown> {
  const doc = new Y.Doc()
  const answer = live.answer(NOTHING_KNOWN)
  for (const { payloads } of answer.ok ? answer.value : []) {
    for (const payload of payloads) {
      const message = readClientMessage(payload)
      if (message.ok && 'update' in message.value) Y.applyUpdate(doc, message.value.update)
    }
  }
  return doc.getMap('m').toJSON()
}

it('P4 whoever opens a document first gets the stored bytes as they are, and behind them what came after them', () => {
  const doc = written()
  doc.getMap('m').set('long', 'x'.repeat(100_000))
  const snapshot = Y.encodeStateAsUpdate(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  doc.getMap('m').set('d', 'after the snapshot')
  doc.getMap('m').delete('a')
  const live = new LiveDocument({ snapshot, updates, lastSeq: 9 }, systemClock)
  const first = live.answer(NOTHING_KNOWN)
  const sent = first.ok ? first.value.flatMap(({ payloads }) => payloads) : []
  expect(Buffer.from(snapshot).equals(sent[0]?.subarray(-snapshot.length) ?? Uint8Array.of())).toBe(true)
  expect(sent).toHaveLength(1 + updates.length)
  expect(readAnswer(live)).toEqual(doc.getMap('m').toJSON())
  live.transact((open) => void open.getMap('m').set('e', 'since it opened'))
  expect(readAnswer(live)).toEqual({ ...doc.getMap('m').toJSON(), e: 'since it opened' })
})
