import { LOCAL, moveCaret, splice, type Splice } from '@groundswell/shared'
import { useCallback, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import type * as Y from 'yjs'

interface Editor {
  readonly value: string
  readonly selectionStart: number | null
  readonly selectionEnd: number | null
  setSelectionRange(start: number, end: number): void
}

/** An element that may be a textarea or an input: what both have is enough here. */
type EditorElement = HTMLTextAreaElement & HTMLInputElement

type Change = string | { readonly currentTarget: { readonly value: string } }

/** Spread it on a `<textarea>`, an `<input>`, a TextArea or a TextInput. */
export interface SharedText {
  readonly value: string
  readonly onChange: (next: Change) => void
  readonly ref: RefObject<EditorElement | null>
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: (event: { readonly currentTarget: { readonly value: string } }) => void
  readonly onSelect: () => void
}

type Delta = readonly { readonly retain?: number; readonly delete?: number; readonly insert?: unknown }[]

/** The replacements of a Yjs text event, each at its place after those before it. */
export function splicesOf(delta: Delta): readonly Splice[] {
  const splices: Splice[] = []
  let index = 0
  for (const part of delta) {
    if (part.retain !== undefined) index += part.retain
    else if (part.delete !== undefined) splices.push({ index, remove: part.delete, insert: '' })
    else if (typeof part.insert === 'string') {
      splices.push({ index, remove: 0, insert: part.insert })
      index += part.insert.length
    }
  }
  return splices
}

const follow = (position: number, changes: readonly Splice[]): number => changes.reduce(moveCaret, position)

/**
 * Puts what was typed (`base` became `next`) into a text that meanwhile went through `meanwhile`,
 * so that neither side loses a word.
 */
export function typeInto(text: Y.Text, base: string, next: string, meanwhile: readonly Splice[]): void {
  const change = splice(base, next)
  if (change === null) return
  const start = follow(change.index, meanwhile)
  const end = Math.max(start, follow(change.index + change.remove, meanwhile))
  const apply = () => {
    if (end > start) text.delete(start, end - start)
    if (change.insert !== '') text.insert(start, change.insert)
  }
  if (text.doc === null) apply()
  else text.doc.transact(apply, LOCAL)
}

/** What the screen shows while it differs from the document: an unfinished composition, and what came meanwhile. */
interface Composition {
  readonly base: string
  readonly meanwhile: Splice[]
}

/** Binds one shared text to one editor: smallest possible changes, the caret stays put, an input method is never disturbed. */
export function useSharedText(text: Y.Text | null): SharedText {
  const ref = useRef<EditorElement>(null)
  const composition = useRef<Composition | null>(null)
  const typing = useRef(false)
  const caret = useRef<readonly [number, number] | null>(null)
  const [draft, setDraft] = useState<string | null>(null)

  const subscribe = useCallback(
    (changed: () => void) => {
      if (text === null) return () => {}
      const observer = (event: Y.YTextEvent) => {
        if (!typing.current) receive(splicesOf(event.delta as Delta), ref.current, composition.current, caret)
        changed()
      }
      text.observe(observer)
      return () => text.unobserve(observer)
    },
    [text],
  )
  const stored = useSyncExternalStore(subscribe, () => text?.toString() ?? '')
  const value = draft ?? stored

  useLayoutEffect(() => {
    const place = caret.current
    caret.current = null
    if (place && ref.current && document.activeElement === ref.current) ref.current.setSelectionRange(place[0], place[1])
  }, [value])

  const commands = useMemo(() => {
    const type = (base: string, next: string, meanwhile: readonly Splice[]) => {
      if (text === null) return
      typing.current = true
      typeInto(text, base, next, meanwhile)
      typing.current = false
    }
    return {
      onChange: (change: Change) => {
        const next = typeof change === 'string' ? change : change.currentTarget.value
        if (composition.current) setDraft(next)
        else type(text?.toString() ?? '', next, [])
      },
      onCompositionStart: () => {
        const base = text?.toString() ?? ''
        composition.current = { base, meanwhile: [] }
        setDraft(base)
      },
      onCompositionEnd: (event: { readonly currentTarget: { readonly value: string } }) => {
        const { base, meanwhile } = composition.current ?? { base: text?.toString() ?? '', meanwhile: [] }
        composition.current = null
        caret.current = movedCaret(ref.current, meanwhile)
        type(base, event.currentTarget.value, meanwhile)
        setDraft(null)
      },
      onSelect: () => {},
    }
  }, [text])

  return { value, ref, ...commands }
}

function movedCaret(editor: Editor | null, changes: readonly Splice[]): readonly [number, number] | null {
  if (editor === null || editor.selectionStart === null || editor.selectionEnd === null) return null
  return [follow(editor.selectionStart, changes), follow(editor.selectionEnd, changes)]
}

/** Someone else's typing: held back while an input method composes, else the caret is led around it. */
function receive(
  changes: readonly Splice[],
  editor: Editor | null,
  composition: Composition | null,
  caret: { current: readonly [number, number] | null },
): void {
  if (composition) composition.meanwhile.push(...changes)
  else caret.current = movedCaret(editor, changes)
}
