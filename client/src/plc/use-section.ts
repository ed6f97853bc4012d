import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Section } from './room.ts'

export interface SectionState {
  readonly section: Section
  readonly go: (section: Section) => void
  /** The room's outermost element. */
  readonly page: RefObject<HTMLDivElement | null>
}

/** Which part of the room is open. One's own move leads the focus to its heading; the first opening leaves it alone. */
export function useSection(first: Section): SectionState {
  const [section, setSection] = useState(first)
  const moved = useRef(false)
  const page = useRef<HTMLDivElement>(null)
  const go = useCallback((next: Section) => {
    moved.current = true
    setSection(next)
  }, [])
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const title = page.current?.querySelector<HTMLElement>(`[data-section-title='${section}']`)
    title?.focus({ preventScroll: true })
    title?.closest('section, aside')?.scrollTo?.({ top: 0 })
    if (document.documentElement.scrollHeight > innerHeight) scrollTo({ top: 0 })
  })
  return { section, go, page }
}
