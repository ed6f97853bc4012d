import { FILE_LIMITS, LIMITS, type Step, type StepId } from '@groundswell/shared'
import { ArrowDown, ArrowUp, Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../parts/index.ts'
import { useCommand, useStage } from '../session/index.ts'
import { Badge, Button, Dialog, Field, IconButton, Menu, TextArea, TextInput, useAnnounce } from '../ui/index.ts'
import { AddStep } from './AddStep.tsx'
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
  const { agenda, step: now, room } = useStage()
  const [editing, setEditing] = useState<StepId | null>(null)
  return (
    <Dialog open={open} onClose={onClose} title={t('agenda.title')} closeLabel={t('close')} wide>
      <ol className={css.steps}>
        {agenda.map((step, index) => (
          <li key={step.id} className={css.step} data-now={step.id === now.id || undefined}>
            {editing === step.id ? (
              <StepEditor step={step} onDone={() => setEditing(null)} />
            ) : (
              <StepRow
                step={step}
                n={index + 1}
                isNow={step.id === now.id}
                skipped={room.skipped.includes(step.id)}
                onGo={onGo}
                onEdit={() => setEditing(step.id)}
              />
            )}
          </li>
        ))}
      </ol>
      {agenda.length < FILE_LIMITS.steps && <AddStep onAdded={setEditing} />}
    </Dialog>
  )
}

interface StepRowProps {
  readonly step: Step
  readonly n: number
  readonly isNow: boolean
  /** "Next" passes it by. */
  readonly skipped: boolean
  readonly onGo: (step: Step) => void
  readonly onEdit: () => void
}

function StepRow({ step, n, isNow, skipped, onGo, onEdit }: StepRowProps) {
  const { t } = useTranslation('facilitation')
  const { title, instruction } = useWords(useStage()).step(step)
  return (
    <div className={css.row} data-skipped={skipped || undefined}>
      <span className={css.number}>{n}</span>
      <div className={css.words}>
        <p className={css.title}>
          <b>{title}</b>
          <span className={css.quiet}>
            {step.minutes === null ? t('agenda.untimed') : t('agenda.minutes', { count: step.minutes })}
          </span>
          {skipped && <Badge>{t('agenda.skipped')}</Badge>}
        </p>
        <p className={css.quiet}>{instruction}</p>
      </div>
      <div className={css.actions}>
        <MoveButtons step={step} title={title} />
        <StepMenu step={step} title={title} isNow={isNow} skipped={skipped} onEdit={onEdit} />
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

/** Up and down, one place at a time; the focus stays on the button, so that one may go on. */
function MoveButtons({ step, title }: { readonly step: Step; readonly title: string }) {
  const { t } = useTranslation('facilitation')
  const { agenda } = useStage()
  const command = useCommand()
  const announce = useAnnounce()
  const at = agenda.findIndex((other) => other.id === step.id)
  const move = (to: number) => {
    const others = agenda.filter((other) => other.id !== step.id)
    void command({ type: 'step.move', step: step.id, after: others[to - 1]?.id ?? null }).then((moved) => {
      if (moved) announce(t('agenda.movedTo', { title, n: to + 1 }))
    })
  }
  return (
    <>
      <IconButton label={t('agenda.up', { title })} disabled={at === 0} onClick={() => move(at - 1)}>
        <ArrowUp aria-hidden="true" size={20} />
      </IconButton>
      <IconButton label={t('agenda.down', { title })} disabled={at === agenda.length - 1} onClick={() => move(at + 1)}>
        <ArrowDown aria-hidden="true" size={20} />
      </IconButton>
    </>
  )
}

interface StepMenuProps {
  readonly step: Step
  readonly title: string
  readonly isNow: boolean
  readonly skipped: boolean
  readonly onEdit: () => void
}

/** The room's current step can be neither skipped nor removed. */
function StepMenu({ step, title, isNow, skipped, onEdit }: StepMenuProps) {
  const { t } = useTranslation('facilitation')
  const command = useCommand()
  const away = [
    {
      key: 'skip',
      label: t(skipped ? 'agenda.unskip' : 'agenda.skip'),
      onSelect: () => void command({ type: 'step.skip', step: step.id, skipped: !skipped }),
    },
    {
      key: 'remove',
      label: t('agenda.remove'),
      danger: true,
      onSelect: () => void command({ type: 'step.remove', step: step.id }),
    },
  ]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('agenda.more', { title })}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
      items={[{ key: 'edit', label: t('agenda.editShort'), onSelect: () => setTimeout(onEdit) }, ...(isNow ? [] : away)]}
    />
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
