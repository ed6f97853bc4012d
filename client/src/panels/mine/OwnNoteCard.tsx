import type { Note, NoteId } from '@groundswell/shared'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sideOf, useWords } from '../../parts/index.ts'
import { useCommand, useStage } from '../../session/index.ts'
import { Button, cx, Paper, useAnnounce } from '../../ui/index.ts'
import type { Mender, Mending } from './mender.ts'
import css from './MyNotes.module.css'
import { WordsEditor } from './WordsEditor.tsx'

export interface OwnNoteCardProps {
  readonly id: NoteId
  /** Null while its writer has taken it back. */
  readonly note: Note | null
  /** What its writer took back. */
  readonly withdrawn: string
  readonly mender: Mender
  /** Null while nothing is being changed. */
  readonly mending: Mending | null
  /** The group has decided on what it is part of: it cannot be taken back any more. */
  readonly firm: boolean
  /** Nothing can be begun now. */
  readonly held: boolean
}

/** One own note: its words, and what its writer can do with it. One card for all of it, so that the focus keeps its place. */
export function OwnNoteCard({ id, note, withdrawn, mender, mending, firm, held }: OwnNoteCardProps) {
  const { t } = useTranslation('steps')
  const change = useRef<HTMLButtonElement>(null)
  const edited = note === null || mending === null || mending.how === 'saved' ? null : { note, mending }
  const [began, setBegan] = useState(false)
  useFocusBack(edited !== null, change)
  const text = note?.text ?? withdrawn
  const begin = () => {
    setBegan(true)
    mender.write(id, { from: text, text })
  }
  const foot = (
    <div className={css.foot}>
      <Facts note={note} />
      <p role="status" className={css.saved}>
        {mending?.how === 'saved' && note !== null ? t('mine.saved') : ''}
      </p>
      {edited === null && !held && (
        <div className={css.acts}>
          {note !== null && (
            <Button ref={change} className={css.onPaper} aria-label={t('mine.changeOf', { text })} onClick={begin}>
              {t('mine.change')}
            </Button>
          )}
          {!(note !== null && firm) && <BackButton id={id} text={text} away={note === null} />}
        </div>
      )}
    </div>
  )
  return (
    <Paper side={sideOf(note?.horizon ?? 'current')} className={cx(note === null && css.away)} footer={foot}>
      {edited === null ? <p className={css.text}>{text}</p> : <WordsEditor {...edited} mender={mender} focus={began} />}
    </Paper>
  )
}

function Facts({ note }: { readonly note: Note | null }): ReactNode {
  const { t } = useTranslation('steps')
  const words = useWords(useStage())
  if (note === null) return <p>{t('mine.takenBack')}</p>
  return <p>{note.aside ? t('mine.aside', { horizon: words.horizon(note.horizon) }) : words.horizon(note.horizon)}</p>
}

/** Takes the note off the board, and puts it there again: one button, which stays where it is. */
function BackButton({ id, text, away }: { readonly id: NoteId; readonly text: string; readonly away: boolean }) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    const done = await command({ type: 'note.withdraw', note: id, withdrawn: !away })
    setBusy(false)
    if (done) announce(t(away ? 'mine.toldBack' : 'mine.toldTaken'))
  }
  return (
    <Button
      key="back"
      variant="quiet"
      className={css.onPaper}
      busy={busy}
      aria-label={t(away ? 'mine.putBackOf' : 'mine.takeBackOf', { text })}
      onClick={() => void press()}
    >
      {t(away ? 'mine.putBack' : 'mine.takeBack')}
    </Button>
  )
}

/** When the editor goes and the focus with it, the focus goes to the button that had opened it. */
function useFocusBack(editing: boolean, button: { readonly current: HTMLButtonElement | null }): void {
  const was = useRef(editing)
  useLayoutEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (was.current && !editing && lost) button.current?.focus()
    was.current = editing
  }, [editing, button])
}
