import { formatDocumentName, type DocumentName } from '@groundswell/shared/wire'
import type { DocStore, VersionInfo } from '../../ports.ts'

interface Kept {
  snapshot: Uint8Array | null
  previous: Uint8Array | null
  uptoSeq: number
  updates: { readonly seq: number; readonly update: Uint8Array }[]
  start: Uint8Array | null
  versions: { readonly info: VersionInfo; readonly state: Uint8Array }[]
}

/** A store that forgets everything with the process; it passes the same contract as the real one. */
export function createMemoryDocStore(): DocStore {
  const documents = new Map<string, Kept>()
  let seq = 0
  let versions = 0
  const at = (name: DocumentName): Kept => {
    const key = formatDocumentName(name)
    const kept = documents.get(key) ?? { snapshot: null, previous: null, uptoSeq: 0, updates: [], start: null, versions: [] }
    documents.set(key, kept)
    return kept
  }
  return {
    append: async (rows) =>
      rows.map(({ name, update }) => {
        at(name).updates.push({ seq: ++seq, update: new Uint8Array(update) })
        return seq
      }),
    load: async (name) => {
      const { snapshot, updates, uptoSeq } = at(name)
      return { snapshot, updates: updates.map(({ update }) => update), lastSeq: updates.at(-1)?.seq ?? uptoSeq }
    },
    compact: async (name, snapshot, uptoSeq) => {
      const kept = at(name)
      const updates = kept.updates.filter((row) => row.seq > uptoSeq)
      documents.set(formatDocumentName(name), { ...kept, previous: kept.snapshot, snapshot, uptoSeq, updates })
    },
    previousSnapshot: async (name) => at(name).previous,
    saveVersion: async (name, state, reason, when) => {
      const info = { id: ++versions, at: when, reason, bytes: state.length }
      at(name).versions.unshift({ info, state })
      return info
    },
    listVersions: async (name) => at(name).versions.map(({ info }) => info),
    loadVersion: async (name, id) => at(name).versions.find(({ info }) => info.id === id)?.state ?? null,
    deleteVersions: async (name, ids) => {
      const kept = at(name)
      kept.versions = kept.versions.filter(({ info }) => !ids.includes(info.id))
    },
    startEpoch: async (name, state) => {
      const earlier = Array.from({ length: name.epoch - 1 }, (_, index) => at({ ...name, epoch: index + 1 }))
      Object.assign(at(name), { snapshot: state, previous: null, updates: [], start: state })
      for (const kept of earlier.toReversed()) at(name).versions.push(...kept.versions.splice(0))
    },
    epochStart: async (name) => at(name).start,
    deleteSession: async (session) => {
      for (const key of documents.keys()) if (key.startsWith(`${session}/`)) documents.delete(key)
    },
  }
}
