import { useCallback, useState } from 'react'

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // Without storage the draft lasts as long as the field.
  }
}

/** A text that is not sent yet: it outlives a reload and a change of step, on this tab alone. */
export function useDraft(key: string): readonly [text: string, setText: (text: string) => void] {
  const name = `groundswell.draft.${key}`
  const [held, setHeld] = useState(() => ({ name, text: read(name) }))
  const text = held.name === name ? held.text : read(name)
  const setText = useCallback(
    (next: string) => {
      write(name, next)
      setHeld({ name, text: next })
    },
    [name],
  )
  return [text, setText]
}
