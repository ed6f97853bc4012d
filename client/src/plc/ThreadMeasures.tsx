import type { PageThread, ThreadMark, ThreadMeasure, ThreadPoint, ThreadStep } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { Knot } from './Knot.tsx'
import styles from './thread.module.css'

/** The end of the thread: each measure from its baseline over every reading to its target, with the steps that feed it. */
export function ThreadMeasures({ thread }: { readonly thread: Pick<PageThread, 'measures' | 'loose'> }) {
  const { t } = useTranslation('plc')
  return (
    <>
      {thread.measures.map((measure) => (
        <Knot key={measure.id} name={t('thread.measure', { number: measure.number })}>
          <p>{measure.text.trim() || t('indicator.untitled')}</p>
          <Points measure={measure} />
          <StepLines steps={measure.steps} />
        </Knot>
      ))}
      {thread.loose.length === 0 ? null : (
        <Knot name={t('thread.steps')}>
          <StepLines steps={thread.loose} />
        </Knot>
      )}
    </>
  )
}

function Points({ measure }: { readonly measure: ThreadMeasure }) {
  if (measure.points.length === 0) return null
  return (
    <ol className={styles.points}>
      {measure.points.map((point) => (
        <Point key={`${point.kind} ${point.date} ${point.value}`} point={point} />
      ))}
    </ol>
  )
}

function Point({ point }: { readonly point: ThreadPoint }) {
  const { t } = useTranslation('plc')
  const name = point.kind === 'baseline' ? t('indicator.now') : point.kind === 'target' ? t('indicator.goalWord') : ''
  return (
    <li data-kind={point.kind}>
      {name} <strong>{point.value}</strong> <span className={styles.quiet}>{point.date}</span>
    </li>
  )
}

function StepLines({ steps }: { readonly steps: readonly ThreadStep[] }) {
  const { t } = useTranslation('plc')
  if (steps.length === 0) return null
  return (
    <ul className={styles.steps}>
      {steps.map((step) => (
        <li key={step.id}>
          {step.text.trim() || t('plan.untitled')}{' '}
          <span className={styles.quiet}>
            {[step.owner || t('person.gone'), step.marks.map(markWords).join(' → ')].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "Stuck (Oct 26, 2026): the kits came late" */
const markWords = ({ date, status, word }: ThreadMark): string =>
  `${status}${date === '' ? '' : ` (${date})`}${word.trim() === '' ? '' : `: ${word}`}`
