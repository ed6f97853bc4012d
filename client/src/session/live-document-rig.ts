import { LOCAL, type DocumentName, type EpochSeam } from '@groundswell/shared'
import * as Y from 'yjs'
import { createFakeRelay, type FakeRelay } from './fake-relay.ts'
import { LiveDoc } from './live-document.ts'
import type { OfflineStore } from './offline-copy.ts'

/** Copies that outlive a "page", as IndexedDB does. */
export function memoryCopies(): OfflineStore & {
  readonly textIn: (name: string) => string
  readonly names: () => readonly string[]
} {
  const stored = new Map<string, Uint8Array>()
  const unsent = new Set<string>()
  const read = (name: string): Y.Doc => {
    const doc = new Y.Doc()
    const state = stored.get(name)
    if (state) Y.applyUpdate(doc, state)
    return doc
  }
  return {
    attach: (name, doc) => {
      const state = stored.get(name)
      if (state) Y.applyUpdate(doc, state, 'copy')
      const store = () => void stored.set(name, Y.encodeStateAsUpdate(doc))
      store()
      doc.on('update', store)
      return { loaded: Promise.resolve(), close: () => doc.off('update', store) }
    },
    hasUnsent: (name) => unsent.has(name),
    setUnsent: (name, mark) => void (mark ? unsent.add(name) : unsent.delete(name)),
    remove: (name) => Promise.resolve(void stored.delete(name)),
    removeAll: () => Promise.resolve(),
    names: () => [...stored.keys()].sort(),
    textIn: (name) => read(name).getText('t').toString(),
  }
}

const NAME = { session: 's' as DocumentName['session'], ref: { kind: 'board' } } as const
/** The copy in the first epoch. */
export const COPY = 'copy~1'

export interface PageOptions {
  readonly relay?: FakeRelay
  readonly copies?: ReturnType<typeof memoryCopies>
  readonly seam?: (epoch: number) => Promise<EpochSeam | null>
}

/** Documents in use, as after opening the app on this device, each with a fake relay behind it. */
export function createPages() {
  const open: LiveDoc[] = []
  const page = ({ relay = createFakeRelay(), copies = memoryCopies(), seam = async () => null }: PageOptions = {}) => {
    const signedOut = { times: 0 }
    const live = new LiveDoc({
      name: NAME,
      copyName: (epoch) => `copy~${epoch}`,
      seam,
      copies,
      url: 'ws://relay/sync',
      token: () => 'token',
      WebSocket: relay.WebSocket,
      facilitates: () => false,
      onChange: () => {},
      onSignedOut: () => void signedOut.times++,
    })
    open.push(live)
    live.retain()
    const text = () => live.handle().doc.getText('t')
    const write = (words: string) => live.handle().doc.transact(() => text().insert(text().length, words), LOCAL)
    return { live, relay, copies, text, write, signedOut }
  }
  const close = () => {
    for (const live of open.splice(0)) live.stop()
  }
  return { page, close }
}
