import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { aboutName } from '../parts/index.ts'
import { useBoard, useCoachNotes, useStage } from '../session/index.ts'
import { Button, Field, Select, TextArea } from '../ui/index.ts'
import { aboutChoices, aboutKey, readAbout, type About } from './about.ts'
import styles from './coach.module.css'
import { useNoteDown } from './use-note-down.ts'

export interface NewNoteProps {
  /** What it is about, until the coach chooses otherwise. */
  readonly about: About
  readonly onSaved?: () => void
}

/** A private note of the coach, with its time. */
export function NewNote({ about: first, onSaved }: NewNoteProps) {
  const { t } = useTranslation('coach')
  const { ready } = useCoachNotes().handle
  const noteDown = useNoteDown()
  const [text, setText] = useState('')
  const [about, setAbout] = useState(aboutKey(first))
  const save = () => {
    if (text.trim() === '') return
    noteDown(text.trim(), readAbout(about))
    setText('')
    onSaved?.()
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
        <Select value={about} onChange={setAbout} options={useOptions(first)} />
      </Field>
      <Button onClick={save} disabled={!ready || text.trim() === ''}>
        {t('save')}
      </Button>
    </div>
  )
}

/** PLCs, clusters and people; a note of the board only where one came from it: hundreds would bury the rest. */
function useOptions(first: About) {
  const { t } = useTranslation('coach')
  const stage = useStage()
  const { view } = useBoard()
  const choices = aboutChoices(stage, view)
  const own = choices.some(({ value }) => value === aboutKey(first)) || first === null ? [] : [first]
  return [
    { value: '', label: t('aboutNothing') },
    ...own.map((about) => ({ value: aboutKey(about), label: aboutName(about, stage, view) ?? t('gone') })),
    ...choices.map(({ value, kind, name }) => ({
      value,
      label: kind === 'plc' ? t('aboutPlc', { name }) : kind === 'cluster' ? t('aboutCluster', { name }) : name,
    })),
  ]
}
