import { LIMITS, type Note } from '@groundswell/shared'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, TextArea } from '../../ui/index.ts'
import type { Mender, Mending } from './mender.ts'
import css from './MyNotes.module.css'

export interface WordsEditorProps {
  /** The note as it reads on the board now. */
  readonly note: Note
  readonly mender: Mender
  readonly mending: Mending
  /** Its writer has just asked for it. */
  readonly focus: boolean
}

/** Letters left are told from here on; before that they would only distract. */
const NEAR_THE_LIMIT = 40

/** The words of an own note, in a field of this device alone: nobody sees them come, letter by letter. */
export function WordsEditor({ note, mender, mending, focus }: WordsEditorProps) {
  const { t } = useTranslation('steps')
  const field = useRef<HTMLTextAreaElement>(null)
  const hint = useId()
  const { from, text, how } = mending
  useEffect(() => {
    if (!focus) return
    field.current?.focus()
    field.current?.setSelectionRange(LIMITS.note, LIMITS.note)
  }, [focus])
  const left = LIMITS.note - text.length
  const clashes = how === 'refused' && mending.error === 'conflict'
  const save = (base: string) => {
    const words = text.trim()
    if (words === '') return
    if (words === base) return mender.drop(note.id)
    mender.write(note.id, { from: base, text: words })
    void mender.send(note.id)
  }
  return (
    <div className={css.editor}>
      <TextArea
        ref={field}
        value={text}
        maxLength={LIMITS.note}
        readOnly={how === 'sending'}
        aria-label={t('mine.label')}
        aria-describedby={hint}
        onChange={(next) => mender.write(note.id, { from, text: next })}
      />
      <p id={hint} className={css.hint}>
        {text.trim() === '' ? t('mine.blank') : left < NEAR_THE_LIMIT ? t('write.left', { count: left }) : ''}
      </p>
      <div role="status">
        <State mending={mending} now={note.text} />
      </div>
      <div className={css.acts}>
        <Button
          variant="primary"
          busy={how === 'sending'}
          disabled={text.trim() === ''}
          onClick={() => save(clashes ? note.text : from)}
        >
          {t(clashes ? 'mine.saveMine' : 'mine.save')}
        </Button>
        {how !== 'sending' && (
          <Button onClick={() => mender.drop(note.id)}>{t(clashes ? 'mine.keepTheirs' : 'mine.cancel')}</Button>
        )}
      </div>
    </div>
  )
}

/** How far the words have got, while they are not saved. */
function State({ mending, now }: { readonly mending: Mending; readonly now: string }) {
  const { t } = useTranslation(['steps', 'errors'])
  switch (mending.how) {
    case 'sending':
      return <p>{t('steps:mine.sending')}</p>
    case 'waiting':
      return <p className={css.told}>{t('steps:mine.waiting')}</p>
    case 'refused':
      return mending.error === 'conflict' ? (
        <div className={css.told}>
          <p>{t('steps:mine.clash')}</p>
          <blockquote className={css.theirs}>{now}</blockquote>
        </div>
      ) : (
        <p className={css.told}>
          {t(`errors:${mending.error}`)} {t('steps:mine.kept')}
        </p>
      )
    case 'writing':
    case 'saved':
      return null
  }
}
