import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { usePages, type Pages } from './use-pages.ts'

export interface FittingPages<T, L extends HTMLElement> extends Pages<T> {
  /** The list that the page stands in. It has to hide what is too much for it. */
  readonly list: RefObject<L | null>
}

/** Whether the last lines of a list are cut off. A pixel is rounding, not words. */
const isCutOff = ({ scrollHeight, clientHeight }: Pick<HTMLElement, 'scrollHeight' | 'clientHeight'>): boolean =>
  scrollHeight > clientHeight + 1

/**
 * Pages of at most `most`, and of fewer where they are too long for the screen: what would be cut off comes with the next page.
 * A page that was too long once keeps all pages shorter, until the screen changes its size.
 */
export function useFittingPages<T, L extends HTMLElement = HTMLUListElement>(
  items: readonly T[],
  most: number,
): FittingPages<T, L> {
  const list = useRef<L>(null)
  const [fits, setFits] = useState(Infinity)
  const pages = usePages(items, Math.min(most, fits))
  const { shown } = pages
  useLayoutEffect(() => {
    if (shown.length > 1 && list.current !== null && isCutOff(list.current)) setFits(shown.length - 1)
  }, [shown])
  useEffect(() => {
    const again = () => setFits(Infinity)
    window.addEventListener('resize', again)
    return () => window.removeEventListener('resize', again)
  }, [])
  return { ...pages, list }
}
