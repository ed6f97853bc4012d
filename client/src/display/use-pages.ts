import { useEffect, useState } from 'react'

/** Long enough to read a wall of notes from the last row; with many pages, just long enough to read them once. */
const TURN_MS = { least: 10_000, most: 20_000 } as const
/** Within this time every page has been seen, if that leaves `least` for each: reading together takes some seven minutes. */
const ALL_SEEN_MS = 6 * 60_000

/** How long one of so many pages stays, in milliseconds. */
export const turnAfter = (pages: number): number => Math.min(TURN_MS.most, Math.max(TURN_MS.least, ALL_SEEN_MS / pages))

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
  const shown = pageOf(items, size, turn)
  const { pages } = shown
  useEffect(() => {
    if (pages === 1) return
    const timer = setTimeout(() => setTurn((before) => before + 1), turnAfter(pages))
    return () => clearTimeout(timer)
  }, [pages, turn])
  return shown
}
