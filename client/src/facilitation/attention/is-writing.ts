import { useSyncExternalStore } from 'react'

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'search', 'number', 'date'])

/** Whether the focus is in a field with words: an editor that must keep it. */
export function isWriting(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return element.value.trim() !== ''
  if (element instanceof HTMLInputElement) return TEXT_TYPES.has(element.type) && element.value.trim() !== ''
  return element instanceof HTMLElement && element.isContentEditable
}

function subscribe(changed: () => void): () => void {
  // The focus is nowhere yet while it leaves a field.
  const later = () => void setTimeout(changed)
  const events = ['focusin', 'focusout', 'input', 'keyup'] as const
  for (const event of events) document.addEventListener(event, later)
  return () => {
    for (const event of events) document.removeEventListener(event, later)
  }
}

export const useIsWriting = (): boolean => useSyncExternalStore(subscribe, () => isWriting(document.activeElement))
