import { useEffect, type RefObject } from 'react'
import type { LookAt } from './attention-context.ts'

/** So long, in milliseconds, a list may take to draw what is to be seen. */
const PATIENCE = 3_000
const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Brings a thing into sight in a scrolling panel and marks it; the focus stays where it is. */
export function useBringIntoSight(panel: RefObject<HTMLElement | null>, lookAt: LookAt | null): void {
  const seq = lookAt?.seq ?? null
  const item = lookAt?.item ?? null
  useEffect(() => {
    if (item === null) return
    let frame = 0
    let marked: Element | null = null
    const until = performance.now() + PATIENCE
    const look = () => {
      const found = panel.current?.querySelector(`[data-item="${item}"]`) ?? null
      if (found !== null && found.getClientRects().length > 0) {
        marked = found
        found.setAttribute('data-spotlit', '')
        found.scrollIntoView({ block: item.startsWith('zone') ? 'start' : 'center', behavior: calm() ? 'auto' : 'smooth' })
      } else if (performance.now() < until) frame = requestAnimationFrame(look)
    }
    look()
    return () => {
      cancelAnimationFrame(frame)
      marked?.removeAttribute('data-spotlit')
    }
  }, [panel, seq, item])
}
