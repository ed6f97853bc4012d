import { LIMITS, NOTE_HEIGHT, NOTE_WIDTH, type NoteId } from '@groundswell/shared'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { useSharedText } from '../../session/index.ts'
import { useRuntime } from '../engine/context.ts'
import type { Draft } from '../engine/runtime.ts'
import { fitText, LINE_HEIGHT } from '../model/fit-text.ts'
import { finishOn, NoteFrame, Pinned } from './Pinned.tsx'

/**
 * A new note while it is written. Where names are shown it stands on the board from its first letter, so that others see it
 * grow; where none were promised it stays here until it is finished, because only the server may publish it.
 */
export function DraftEditor({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const runtime = useRuntime()
  const { value, finish, ...bind } = useDraft(draft)
  const words = useValue('words', () => runtime.words.get(), [runtime])
  const fit = fitText(value)
  const close = () => {
    finish()
    editor.getContainer().focus({ preventScroll: true })
  }
  return (
    <Pinned at={() => ({ ...draft.at, w: NOTE_WIDTH, h: NOTE_HEIGHT })}>
      <NoteFrame horizon={draft.horizon} label={draft.horizon === 'current' ? words.today : words.year}>
        <textarea
          {...bind}
          value={value}
          autoFocus
          maxLength={LIMITS.note}
          aria-label={t('edit.note')}
          placeholder={t('edit.placeholder')}
          onKeyDown={finishOn(close)}
          onBlur={() => document.hasFocus() && finish()}
          style={{ fontSize: fit.size, lineHeight: LINE_HEIGHT }}
        />
      </NoteFrame>
    </Pinned>
  )
}

type Typed = { readonly currentTarget: { readonly value: string } }

function useDraft(draft: Draft) {
  const runtime = useRuntime()
  const { does, people } = runtime.input
  const live = runtime.viewer.get().addsLive
  const [note, setNote] = useState<NoteId | null>(null)
  const [words, setWords] = useState('')
  const composing = useRef(false)
  const shared = useSharedText(note === null ? null : does.noteText(note))
  const latest = useRef('')
  useLayoutEffect(() => {
    latest.current = note === null ? words : shared.value
  })

  const write = (next: string) => {
    setWords(next)
    if (live && !composing.current && next.trim() !== '') setNote((runtime.addDraft(draft, next) as NoteId | undefined) ?? null)
  }
  useEffect(() => people.setEditing(note), [people, note])
  const done = useRef(false)
  const finish = useCallback(() => {
    if (done.current) return
    done.current = true
    if (note === null && latest.current.trim() !== '') runtime.addDraft(draft, latest.current.trim())
    else if (note !== null && latest.current.trim() === '') does.setAside([note])
    people.setEditing(null)
    does.boundary()
    runtime.draft.set(null)
  }, [runtime, draft, note, does, people])
  if (note !== null) return { ...shared, finish }
  return {
    ref: shared.ref,
    value: words,
    finish,
    onChange: (event: Typed) => write(event.currentTarget.value),
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: (event: Typed) => {
      composing.current = false
      write(event.currentTarget.value)
    },
  }
}
