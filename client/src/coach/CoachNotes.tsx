import { removeCoachNote, type CoachNote, type PlcId } from '@groundswell/shared'
import { Lock, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { aboutName } from '../parts/index.ts'
import { useBoard, useCoachNotes, useStage } from '../session/index.ts'
import { Field, IconButton, Select } from '../ui/index.ts'
import { aboutChoices, aboutKey } from './about.ts'
import styles from './coach.module.css'
import { NewNote } from './NewNote.tsx'

/** The coach's own notes, newest first. They live in a document that opens to this coach alone. */
export function CoachNotes({ plc }: { readonly plc: PlcId | null }) {
  const { t } = useTranslation('coach')
  const { notes } = useCoachNotes()
  const stage = useStage()
  const { view } = useBoard()
  const [filter, setFilter] = useState('')
  const shown = notes.filter((note) => filter === '' || aboutKey(note.about) === filter)
  const choices = aboutChoices(stage, view).filter((choice) => notes.some((note) => aboutKey(note.about) === choice.value))
  return (
    <>
      <p className={styles.private}>
        <Lock aria-hidden size={16} /> {t('private')}
      </p>
      <NewNote about={plc === null ? null : { kind: 'plc', id: plc }} />
      {choices.length > 1 ? (
        <Field label={t('filter')}>
          <Select
            value={filter}
            onChange={setFilter}
            options={[
              { value: '', label: t('everything') },
              ...choices.map((choice) => ({ value: choice.value, label: choice.name })),
            ]}
          />
        </Field>
      ) : null}
      {notes.length === 0 ? <p className={styles.quiet}>{t('none')}</p> : null}
      <ol className={styles.notes}>
        {[...shown].reverse().map((note) => (
          <OneNote key={note.id} note={note} />
        ))}
      </ol>
    </>
  )
}

function OneNote({ note }: { readonly note: CoachNote }) {
  const { t, i18n } = useTranslation('coach')
  const { handle } = useCoachNotes()
  const stage = useStage()
  const { view } = useBoard()
  const about =
    aboutName(note.about, stage, view) ??
    t(note.about?.kind === 'note' || note.about?.kind === 'cluster' ? note.about.kind : 'gone')
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(note.at)
  return (
    <li className={styles.note}>
      <p className={styles.noteText}>{note.text}</p>
      <p className={styles.quiet}>{[time, about].filter((part) => part !== '').join(' · ')}</p>
      <IconButton label={t('remove')} onClick={() => removeCoachNote(handle.doc, note.id)}>
        <Trash2 aria-hidden size={18} />
      </IconButton>
    </li>
  )
}
