import type { BoardView, StageView } from '@groundswell/shared'
import { useCallback, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { staggered, type Arrival } from './arrivals.ts'
import { useBoard, useSession, useStage } from './hooks.ts'
import { boardOf } from './views.ts'

/** Who opens the board so long after the count still sees the notes come in, in milliseconds. */
const STILL_NEW = 6_000

const wantsMotion = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches

function arrivalOf({ room: { reveal } }: StageView, offset: number): Arrival | null {
  if (reveal === null || !wantsMotion()) return null
  const from = reveal.endsAt - offset
  return { horizons: reveal.horizons, from, until: from + STILL_NEW }
}

/** Answers the reveal whose notes are coming in, at any later moment too. */
export function useArrival(): () => Arrival | null {
  const session = useSession()
  const stage = useStage()
  const latest = useRef(stage)
  useLayoutEffect(() => {
    latest.current = stage
  })
  return useCallback(() => arrivalOf(latest.current, session.clockOffset()), [session])
}

/** The board as it fills after a reveal: see `staggered`. */
export function useArrivingBoard(): BoardView {
  const { doc } = useBoard().handle
  const arrival = useArrival()
  const board = useMemo(() => staggered(boardOf(doc), arrival), [doc, arrival])
  return useSyncExternalStore(board.subscribe, board.get)
}
