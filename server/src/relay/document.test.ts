import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { verifiedSnapshot } from './document.ts'

const written = (): Y.Doc => {
  const doc = new Y.Doc()
  for (const key of ['a', 'b', 'c']) doc.getMap('m').set(key, { key })
  doc.getMap('m').delete('b')
  return doc
}

it('P33 a snapshot that would not read as its document is refused', () => {
  const sound = written()
  const copy = new Y.Doc()
  Y.applyUpdateV2(copy, verifiedSnapshot(sound))
  expect(copy.getMap('m').toJSON()).toEqual(sound.getMap('m').toJSON())

  // As if memory had been damaged: something in the middle is gone, and what follows would take its place.
  const damaged = written()
  damaged.store.clients.get(damaged.clientID)?.splice(1, 1)
  expect(() => verifiedSnapshot(damaged)).toThrow('does not decode to its document')
})
