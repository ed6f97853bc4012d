import { carryOver, type DocumentRef, type EpochSeam } from '@groundswell/shared'
import * as Y from 'yjs'
import type { OfflineStore } from './offline-copy.ts'

export interface PastEpochsOptions {
  readonly ref: DocumentRef
  readonly copies: OfflineStore
  readonly copyName: (epoch: number) => string
  /** Where an epoch ended and the next began; null while the server cannot be asked. */
  readonly seam: (epoch: number) => Promise<EpochSeam | null>
}

/** What this device still holds of a document's epochs that have ended. It never merges there: it is brought along as records. */
export interface PastEpochs {
  /** Remembers work that is not on the server, besides what the copy of that epoch holds. */
  readonly keep: (epoch: number, work: Uint8Array) => void
  /** Whether anything waits from before `epoch`. */
  readonly hasWork: (epoch: number) => boolean
  /** All of it as an update for `epoch`, or null when the server had it. Rejects while the server cannot be asked. */
  readonly bringTo: (epoch: number) => Promise<Uint8Array | null>
  /** The server has it all: lets go of the work and the copies from before `epoch`. */
  readonly forget: (epoch: number) => void
}

export function createPastEpochs({ ref, copies, copyName, seam }: PastEpochsOptions): PastEpochs {
  const kept = new Map<number, readonly Uint8Array[]>()
  const before = (epoch: number) => Array.from({ length: epoch - 1 }, (_, index) => index + 1)
  const inCopy = async (epoch: number): Promise<readonly Uint8Array[]> => {
    if (!copies.hasUnsent(copyName(epoch))) return []
    const doc = new Y.Doc()
    const copy = copies.attach(copyName(epoch), doc)
    await copy.loaded
    const state = Y.encodeStateAsUpdate(doc)
    copy.close()
    doc.destroy()
    return [state]
  }
  return {
    keep: (epoch, work) => void kept.set(epoch, [...(kept.get(epoch) ?? []), work]),
    hasWork: (epoch) => before(epoch).some((past) => kept.has(past) || copies.hasUnsent(copyName(past))),
    async bringTo(epoch) {
      let work: Uint8Array | null = null
      for (const past of before(epoch)) {
        const parts: readonly Uint8Array[] = [
          ...(work === null ? [] : [work]),
          ...(kept.get(past) ?? []),
          ...(await inCopy(past)),
        ]
        if (parts.length === 0) continue
        const found = await seam(past)
        if (found === null) throw new Error('the server cannot be asked')
        work = carryOver(found, Y.mergeUpdates([...parts]), ref)
      }
      return work
    },
    forget: (epoch) => {
      kept.clear()
      for (const past of before(epoch)) {
        copies.setUnsent(copyName(past), false)
        void copies.remove(copyName(past))
      }
    },
  }
}
