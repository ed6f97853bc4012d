import type { PastEpochs } from './past-epochs.ts'

/** While the server cannot be asked, it is asked again after so many milliseconds, some spread. */
const ASK_AGAIN = 10_000

type State =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'ready'; readonly work: Uint8Array }
  /** In the document, and not yet known to be on the server's disk. */
  | { readonly kind: 'taken' }

export interface CarryEvents {
  /** Work waits that is not part of the document, or does not any more. */
  readonly onWaits: (waits: boolean) => void
  /** There is something to take. */
  readonly onReady: () => void
}

/** Brings what this device made in ended epochs of a document into the present one. */
export interface Carry {
  /** Looks whether there is anything, now that the document is in use in `epoch`. */
  readonly start: (epoch: number) => void
  /** The work, once, as an update for the present epoch; null when there is none or it is not ready. */
  readonly take: () => Uint8Array | null
  /** Everything in the document is on the server's disk: what was taken needs to be kept no longer. */
  readonly confirmed: () => void
  readonly stop: () => void
}

export function createCarry(past: PastEpochs, { onWaits, onReady }: CarryEvents): Carry {
  let state: State = { kind: 'nothing' }
  let epoch = 1
  let timer: ReturnType<typeof setTimeout> | null = null
  const go = (next: State) => {
    state = next
    onWaits(next.kind === 'looking' || next.kind === 'ready')
  }
  const forget = () => {
    past.forget(epoch)
    go({ kind: 'nothing' })
  }
  const look = async () => {
    timer = null
    const asked = state
    const found = await past.bringTo(epoch).then(
      (work) => ({ work }),
      () => null,
    )
    if (state !== asked) return
    if (found === null) timer = setTimeout(() => void look(), ASK_AGAIN * (0.5 + Math.random()))
    else if (found.work === null) forget()
    else {
      go({ kind: 'ready', work: found.work })
      onReady()
    }
  }
  const stop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    go({ kind: 'nothing' })
  }
  return {
    start: (present) => {
      stop()
      epoch = present
      if (!past.hasWork(epoch)) return past.forget(epoch)
      go({ kind: 'looking' })
      void look()
    },
    take: () => {
      if (state.kind !== 'ready') return null
      const { work } = state
      go({ kind: 'taken' })
      return work
    },
    confirmed: () => {
      if (state.kind === 'taken') forget()
    },
    stop,
  }
}
