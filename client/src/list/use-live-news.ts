import type { BoardView } from '@groundswell/shared'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../ui/index.ts'
import { useLatest } from './use-latest.ts'

/** What others did since the last telling. */
export interface News {
  readonly arrived: number
  readonly grouped: number
}

/** Counts from view to view: notes that came, and notes that went from loose into a cluster. */
export function newsBetween(before: BoardView, after: BoardView): News {
  const wasLoose = new Set(before.loose.map((note) => note.id))
  let arrived = 0
  let grouped = 0
  for (const note of after.notes.values()) {
    if (!before.notes.has(note.id)) arrived++
    else if (wasLoose.has(note.id) && note.place[0] !== null && !note.aside) grouped++
  }
  return { arrived, grouped }
}

/** Telling more often would drown everything else a screen reader has to say. */
const EVERY_MS = 10_000

/** Says politely, at most every ten seconds, what changed on the board while one reads. */
export function useLiveNews(view: BoardView, ready: boolean): void {
  const { t } = useTranslation('list')
  const announce = useAnnounce()
  const latest = useLatest(view)
  useEffect(() => {
    if (!ready) return
    let told = latest()
    const timer = setInterval(() => {
      const news = newsBetween(told, latest())
      told = latest()
      if (news.arrived > 0) announce(t('said.arrived', { count: news.arrived }))
      if (news.grouped > 0) announce(t('said.grouped', { count: news.grouped }))
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [announce, latest, ready, t])
}
