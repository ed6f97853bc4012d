import { useEffect } from 'react'
import { useSession } from '../session/index.ts'

/** A third of the time after which a hand goes back: one lost request does not cost it. In milliseconds. */
const EVERY_MS = 60_000

const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Says that the holder is still busy: at the first act in each minute, and never without one. */
export function useKeepHand(holds: boolean): void {
  const session = useSession()
  useEffect(() => {
    if (!holds) return
    let last = Date.now()
    const busy = () => {
      if (Date.now() - last < EVERY_MS) return
      last = Date.now()
      // Refused or unsent, it is said again with the next act; nobody need know.
      void session.command({ type: 'hand.keep' })
    }
    for (const act of ACTS) document.addEventListener(act, busy, { passive: true, capture: true })
    return () => {
      for (const act of ACTS) document.removeEventListener(act, busy, { capture: true })
    }
  }, [session, holds])
}
