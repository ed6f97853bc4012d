import type { ActionStepId, Note } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { NoteText } from '../parts/index.ts'
import { Dialog } from '../ui/index.ts'
import { Knot } from './Knot.tsx'
import { FromNote } from './NoteThread.tsx'
import { useRoom, type ThreadEnd } from './room.ts'
import styles from './thread.module.css'

/** The thread in one look: from a step back to the very notes, or from a note on to what people do about it. */
export function ThreadDialog({ end, onClose }: { readonly end: ThreadEnd | null; readonly onClose: () => void }) {
  const { t } = useTranslation('plc')
  const title = end?.kind === 'note' ? t('thread.noteTitle') : t('thread.stepTitle')
  return (
    <Dialog open={end !== null} onClose={onClose} title={title} closeLabel={t('thread.close')} wide>
      {end === null ? null : end.kind === 'step' ? <FromStep id={end.step} /> : <FromNote id={end.note} />}
    </Dialog>
  )
}

function FromStep({ id }: { readonly id: ActionStepId }) {
  const { t } = useTranslation('plc')
  const { view, plan, nameOf } = useRoom()
  const step = view.steps.find((candidate) => candidate.id === id)
  if (step === undefined) return <p>{t('thread.noSteps')}</p>
  const indicator = view.goal.indicators.find((candidate) => candidate.id === step.indicator)
  return (
    <ol className={styles.thread}>
      <Knot name={t('thread.step')}>
        {step.text} ({nameOf(step.owner)})
      </Knot>
      <Knot name={t('thread.indicator')}>{indicator?.text ?? t('thread.noIndicator')}</Knot>
      <Knot name={t('thread.goal')}>{view.goal.statement.trim() || t('thread.noGoal')}</Knot>
      <Knot name={t('thread.theme')}>{plan.source?.theme.title ?? t('thread.noTheme')}</Knot>
      <Knot name={t('thread.notes')}>
        <NotesBehind />
      </Knot>
    </ol>
  )
}

/** The theme's notes, those quoted in the goal first. */
function NotesBehind() {
  const { t } = useTranslation('plc')
  const { plan, view, words } = useRoom()
  const notes = plan.source === null ? [] : [...plan.source.current, ...plan.source.ideal]
  const quoted = new Set<string>(view.goal.quotes)
  const rest = notes.filter((note) => !quoted.has(note.id))
  const label = (note: Note): string =>
    [words.horizon(note.horizon), quoted.has(note.id) ? t('thread.quotedIn') : ''].filter((part) => part !== '').join(' · ')
  return (
    <ul className={styles.notes}>
      {[...plan.quotes, ...rest].map((note) => (
        <li key={note.id}>
          <NoteText note={note} label={label(note)} />
        </li>
      ))}
    </ul>
  )
}
