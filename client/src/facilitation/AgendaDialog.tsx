import { LIMITS, type Step, type StepId } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../parts/index.ts'
import { useCommand, useStage } from '../session/index.ts'
import { Badge, Button, Dialog, Field, TextArea, TextInput } from '../ui/index.ts'
import css from './AgendaDialog.module.css'

export interface AgendaDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  /** Asked when another step is chosen; the caller confirms before anyone is moved. */
  readonly onGo: (step: Step) => void
}

/** All steps: where we are, going anywhere, and one's own words for each. */
export function AgendaDialog({ open, onClose, onGo }: AgendaDialogProps) {
  const { t } = useTranslation('facilitation')
  const { agenda, step: now } = useStage()
  const [editing, setEditing] = useState<StepId | null>(null)
  return (
    <Dialog open={open} onClose={onClose} title={t('agenda.title')} closeLabel={t('close')} wide>
      <ol className={css.steps}>
        {agenda.map((step, index) => (
          <li key={step.id} className={css.step} data-now={step.id === now.id || undefined}>
            {editing === step.id ? (
              <StepEditor step={step} onDone={() => setEditing(null)} />
            ) : (
              <StepRow step={step} n={index + 1} isNow={step.id === now.id} onGo={onGo} onEdit={() => setEditing(step.id)} />
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

interface StepRowProps {
  readonly step: Step
  readonly n: number
  readonly isNow: boolean
  readonly onGo: (step: Step) => void
  readonly onEdit: () => void
}

function StepRow({ step, n, isNow, onGo, onEdit }: StepRowProps) {
  const { t } = useTranslation('facilitation')
  const { title, instruction } = useWords(useStage()).step(step)
  return (
    <div className={css.row}>
      <span className={css.number}>{n}</span>
      <div className={css.words}>
        <p className={css.title}>
          <b>{title}</b>
          <span className={css.quiet}>
            {step.minutes === null ? t('agenda.untimed') : t('agenda.minutes', { count: step.minutes })}
          </span>
        </p>
        <p className={css.quiet}>{instruction}</p>
      </div>
      <div className={css.actions}>
        <Button variant="quiet" aria-label={t('agenda.edit', { title })} onClick={onEdit}>
          {t('agenda.editShort')}
        </Button>
        {isNow ? (
          <Badge tone="accent">{t('agenda.now')}</Badge>
        ) : (
          <Button aria-label={t('agenda.goTo', { title })} onClick={() => onGo(step)}>
            {t('agenda.go')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Minutes as typed; null is untimed. Undefined for what is no length: the server takes a quarter of a minute up to four hours. */
export function readMinutes(text: string): number | null | undefined {
  const clean = text.trim().replace(',', '.')
  if (clean === '') return null
  const minutes = Number(clean)
  return Number.isFinite(minutes) && minutes >= 0.25 && minutes <= 240 ? minutes : undefined
}

function StepEditor({ step, onDone }: { readonly step: Step; readonly onDone: () => void }) {
  const { t } = useTranslation('facilitation')
  const words = useWords(useStage()).step({ ...step, title: null, instruction: null })
  const command = useCommand()
  const [title, setTitle] = useState(step.title ?? '')
  const [instruction, setInstruction] = useState(step.instruction ?? '')
  const [minutes, setMinutes] = useState(step.minutes === null ? '' : String(step.minutes))
  const length = readMinutes(minutes)
  const save = async () => {
    if (length === undefined) return
    const own = { title: title.trim() || null, instruction: instruction.trim() || null }
    if (await command({ type: 'step.edit', step: step.id, ...own, minutes: length })) onDone()
  }
  return (
    <div className={css.editor}>
      <Field label={t('agenda.fieldTitle')}>
        <TextInput value={title} placeholder={words.title} maxLength={LIMITS.title} onChange={setTitle} />
      </Field>
      <Field label={t('agenda.fieldMinutes')} help={t('agenda.fieldMinutesHelp')}>
        <TextInput value={minutes} inputMode="decimal" aria-invalid={length === undefined || undefined} onChange={setMinutes} />
      </Field>
      <Field label={t('agenda.fieldInstruction')} help={t('agenda.fieldInstructionHelp')}>
        <TextArea value={instruction} placeholder={words.instruction} maxLength={LIMITS.instruction} onChange={setInstruction} />
      </Field>
      <div className={css.actions}>
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button variant="primary" disabled={length === undefined} onClick={() => void save()}>
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
