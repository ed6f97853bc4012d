import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

interface Held {
  readonly element: HTMLElement
  /** The row's `data-item`. */
  readonly item: string
  /** Which of the row's controls it is. */
  readonly index: number
}

const CONTROLS = 'button, input, select, textarea'

const controlsOf = (row: Element): readonly HTMLElement[] => [...row.querySelectorAll<HTMLElement>(CONTROLS)]

function holdOf(target: EventTarget | null): Held | null {
  if (!(target instanceof HTMLElement)) return null
  const row = target.closest<HTMLElement>('[data-item]')
  const item = row?.dataset['item']
  return row === null || item === undefined ? null : { element: target, item, index: controlsOf(row).indexOf(target) }
}

/** Puts the caret where it was before the text's row was drawn anew. */
function keepCaret(before: HTMLElement, now: HTMLElement): void {
  if (!(before instanceof HTMLTextAreaElement) || !(now instanceof HTMLTextAreaElement)) return
  now.setSelectionRange(before.selectionStart, before.selectionEnd)
}

/** Puts the focus on what stands where `held` stood. */
function giveBack(root: Element, { item, index }: Held): void {
  const row = root.querySelector(`[data-item="${CSS.escape(item)}"]`)
  if (row !== null) controlsOf(row)[index]?.focus({ preventScroll: true })
}

/**
 * Keeps the focus on a note that someone else moves: its row is then drawn anew in another place, and the focus would
 * fall back to the page. Put the ref on the element around all rows; rows carry `data-item`.
 */
export function useKeepFocus(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  const held = useRef<Held | null>(null)
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      const before = held.current
      const now = root.current?.contains(event.target as Node) ? holdOf(event.target) : null
      held.current = now
      if (before !== null && now?.item === before.item && !before.element.isConnected) keepCaret(before.element, now.element)
    }
    // A person who leaves for nothing in particular is not called back; a row that was taken away does not tell.
    const leave = (event: FocusEvent) => {
      const { target } = event
      queueMicrotask(() => {
        const isStillThere = target instanceof HTMLElement && target.isConnected
        if (isStillThere && held.current?.element === target && document.activeElement !== target) held.current = null
      })
    }
    document.addEventListener('focusin', follow)
    document.addEventListener('focusout', leave)
    return () => {
      document.removeEventListener('focusin', follow)
      document.removeEventListener('focusout', leave)
    }
  }, [])
  useLayoutEffect(() => {
    const lost = held.current
    if (lost === null || root.current === null || lost.element.isConnected) return
    if (document.activeElement === document.body) giveBack(root.current, lost)
  })
  return root
}
