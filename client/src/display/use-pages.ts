import { useEffect, useState } from 'react'

/** Long enough to read a wall of notes from the last row. */
const TURN_EVERY_MS = 20_000

export interface Pages<T> {
  readonly shown: readonly T[]
  /** Counted from 1. */
  readonly page: number
  readonly pages: number
}

/** Evenly filled pages of at most `size`: 13 of 12 become 7 and 6, not 12 and 1. */
export function pageOf<T>(items: readonly T[], size: number, turn: number): Pages<T> {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const page = turn % pages
  const each = Math.ceil(items.length / pages)
  return { shown: items.slice(page * each, (page + 1) * each), page: page + 1, pages }
}

/** What does not fit on the screen at once is shown in turns: nobody scrolls a projector. */
export function usePages<T>(items: readonly T[], size: number): Pages<T> {
  const [turn, setTurn] = useState(0)
  const many = items.length > size
  useEffect(() => {
    if (!many) return
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_EVERY_MS)
    return () => clearInterval(timer)
  }, [many])
  return pageOf(items, size, turn)
}
