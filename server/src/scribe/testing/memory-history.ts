import { documentKey, type DocumentName } from '@groundswell/shared'
import * as Y from 'yjs'
import type { VersionInfo, VersionReason } from '../../ports.ts'
import type { History } from '../../session/history.ts'
import type { MemoryDocuments } from './memory-documents.ts'

interface Kept {
  readonly key: string
  readonly info: VersionInfo
  readonly state: Uint8Array
}

/** Versions in memory, for tests of those who keep and restore them. */
export function createMemoryHistory(documents: MemoryDocuments): History {
  let kept: readonly Kept[] = []
  let ids = 0
  const save = (name: DocumentName, state: Uint8Array, reason: VersionReason): VersionInfo => {
    const info = { id: ++ids, at: ids, reason, bytes: state.length }
    kept = [{ key: documentKey(name.ref), info, state }, ...kept]
    return info
  }
  const of = (name: DocumentName): readonly Kept[] => kept.filter(({ key }) => key === documentKey(name.ref))
  return {
    keep: async (name, reason) => save(name, Y.encodeStateAsUpdate(documents.doc(documentKey(name.ref))), reason),
    keepState: async (name, state, reason) => save(name, state, reason),
    list: async (name) => of(name).map(({ info }) => info),
    load: async (name, id) => of(name).find(({ info }) => info.id === id)?.state ?? null,
    drop: async (_name, id) => void (kept = kept.filter(({ info }) => info.id !== id)),
  }
}
