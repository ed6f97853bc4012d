import { noteFate, type ActionStep, type ActionStepId, type Note, type NoteId } from '@groundswell/shared'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoteText } from '../parts/index.ts'
import { Dialog } from '../ui/index.ts'
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

function Knot({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className={styles.knot}>
      <span className={styles.name}>{name}</span>
      <div>{children}</div>
    </li>
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

function FromNote({ id }: { readonly id: NoteId }) {
  const { t } = useTranslation('plc')
  const { board, stage, view, plan, words } = useRoom()
  const note = board.notes.get(id)
  const fate = noteFate(id, stage, board)
  if (note === undefined) return <p>{t('thread.noCluster')}</p>
  const quoted = view.goal.quotes.includes(id)
  const mine = fate.plcs.some((plc) => plc.id === plan.plc.id) || quoted
  return (
    <ol className={styles.thread}>
      <Knot name={t('thread.note')}>
        <div className={styles.one}>
          <NoteText note={note} label={words.horizon(note.horizon)} />
        </div>
      </Knot>
      <Knot name={t('thread.cluster')}>{fate.cluster?.title || t('thread.noCluster')}</Knot>
      <Knot name={t('thread.theme')}>{fate.themes.map((theme) => theme.title).join(', ') || t('thread.noTheme')}</Knot>
      <Knot name={t('thread.plc')}>{fate.plcs.map((plc) => plc.name).join(', ') || t('thread.noPlc')}</Knot>
      {mine ? (
        <Knot name={t('thread.goal')}>
          {view.goal.statement.trim() || t('thread.noGoal')}
          {quoted ? <p className={styles.quiet}>{t('thread.quotedIn')}</p> : null}
        </Knot>
      ) : null}
      {mine ? (
        <Knot name={t('thread.steps')}>
          <Steps steps={view.steps} />
        </Knot>
      ) : null}
    </ol>
  )
}

function Steps({ steps }: { readonly steps: readonly ActionStep[] }) {
  const { t } = useTranslation('plc')
  const { nameOf } = useRoom()
  if (steps.length === 0) return <>{t('thread.noSteps')}</>
  return (
    <ul className={styles.steps}>
      {steps.map((step) => (
        <li key={step.id}>
          {step.text.trim() || t('plan.untitled')}{' '}
          <span className={styles.quiet}>
            {nameOf(step.owner)} · {t(`status.${step.status}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
