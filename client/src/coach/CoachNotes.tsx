import { removeCoachNote, saveCoachNote, type CoachNote, type ItemId, type PlcId, type StageView } from '@groundswell/shared'
import type { TFunction } from 'i18next'
import { Lock, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId, useCoachNotes, useSession, useStage } from '../session/index.ts'
import { Button, Field, IconButton, Select, TextArea } from '../ui/index.ts'
import { aboutChoices, aboutKey, readAbout, type About } from './about.ts'
import styles from './coach.module.css'

/** The coach's own notes, newest first. They live in a document that opens to this coach alone. */
export function CoachNotes({ plc }: { readonly plc: PlcId | null }) {
  const { t } = useTranslation('coach')
  const { notes } = useCoachNotes()
  const stage = useStage()
  const [filter, setFilter] = useState('')
  const shown = notes.filter((note) => filter === '' || aboutKey(note.about) === filter)
  const choices = aboutChoices(stage).filter((choice) => notes.some((note) => aboutKey(note.about) === choice.value))
  return (
    <>
      <p className={styles.private}>
        <Lock aria-hidden size={16} /> {t('private')}
      </p>
      <NewNote plc={plc} />
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

function NewNote({ plc }: { readonly plc: PlcId | null }) {
  const { t } = useTranslation('coach')
  const { handle } = useCoachNotes()
  const { clockOffset } = useSession()
  const stage = useStage()
  const [text, setText] = useState('')
  const [about, setAbout] = useState(plc === null ? '' : `plc:${plc}`)
  const save = () => {
    if (text.trim() === '') return
    saveCoachNote(handle.doc, { id: newId<ItemId>(), text: text.trim(), at: Date.now() + clockOffset(), about: readAbout(about) })
    setText('')
  }
  return (
    <div className={styles.new}>
      <Field label={t('add')}>
        <TextArea
          value={text}
          onChange={setText}
          rows={3}
          placeholder={t('placeholder')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          }}
        />
      </Field>
      <Field label={t('about')}>
        <Select
          value={about}
          onChange={setAbout}
          options={[
            { value: '', label: t('aboutNothing') },
            ...aboutChoices(stage).map((choice) => ({
              value: choice.value,
              label: choice.kind === 'plc' ? t('aboutPlc', { name: choice.name }) : choice.name,
            })),
          ]}
        />
      </Field>
      <Button onClick={save} disabled={!handle.ready || text.trim() === ''}>
        {t('save')}
      </Button>
    </div>
  )
}

function OneNote({ note }: { readonly note: CoachNote }) {
  const { t, i18n } = useTranslation('coach')
  const { handle } = useCoachNotes()
  const stage = useStage()
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(note.at)
  return (
    <li className={styles.note}>
      <p className={styles.noteText}>{note.text}</p>
      <p className={styles.quiet}>{[time, aboutWords(note.about, stage, t)].filter((part) => part !== '').join(' · ')}</p>
      <IconButton label={t('remove')} onClick={() => removeCoachNote(handle.doc, note.id)}>
        <Trash2 aria-hidden size={18} />
      </IconButton>
    </li>
  )
}

function aboutWords(about: About, stage: StageView, t: TFunction<'coach'>): string {
  if (about === null) return ''
  if (about.kind === 'plc') return stage.plcs.find((plc) => plc.id === about.id)?.name ?? t('gone')
  if (about.kind === 'person') return stage.people.find((person) => person.id === about.id)?.name ?? t('gone')
  return t(about.kind)
}
