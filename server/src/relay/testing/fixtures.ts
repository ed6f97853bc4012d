import { writeSyncStep1 } from '@groundswell/shared/wire'
import * as Y from 'yjs'
import { StoreError, type DocStore } from '../../ports.ts'
import { createMemoryDocStore } from './memory-store.ts'
import { nameOf, type Line, type Rig } from './rig.ts'

export const BOARD = 's1/board~1'
export const EMPTY_VECTOR = Uint8Array.of(0)

export const makeStore = (): DocStore => createMemoryDocStore()

/** A document that gives out its single changes. */
export function makeAuthor(clientID = 7): { doc: Y.Doc; edit(change: (doc: Y.Doc) => void): Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = clientID
  return {
    doc,
    edit(change) {
      let made = new Uint8Array()
      const keep = (update: Uint8Array): void => void (made = new Uint8Array(update))
      doc.on('update', keep)
      doc.transact(() => change(doc))
      doc.off('update', keep)
      return made
    },
  }
}

export const put =
  (key: string, value: unknown = 1) =>
  (doc: Y.Doc): void =>
    void doc.getMap('m').set(key, value)

export async function joinSynced(rig: Rig, options: Parameters<Rig['join']>[0] = {}): Promise<Line> {
  const line = await rig.join(options)
  line.socket.send(writeSyncStep1(EMPTY_VECTOR))
  await rig.clock.advance(0)
  return line
}

export const keysAt = async (rig: Rig, document = BOARD): Promise<string[]> => {
  const door = await rig.relay.open(nameOf(document))
  const keys = door.read((doc) => [...doc.getMap('m').keys()])
  door.release()
  return keys
}

/** A store that can be told to fail. */
export function makeFailing(): { store: DocStore; failing: { append: boolean; load: boolean; compact: boolean } } {
  const failing = { append: false, load: false, compact: false }
  const inner = makeStore()
  const fail = (): Promise<never> => Promise.reject(new StoreError('full', 'no room'))
  const store: DocStore = {
    ...inner,
    append: (rows) => (failing.append ? fail() : inner.append(rows)),
    load: (name) => (failing.load ? fail() : inner.load(name)),
    compact: (name, state, seq) => (failing.compact ? fail() : inner.compact(name, state, seq)),
  }
  return { store, failing }
}
