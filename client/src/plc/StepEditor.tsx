import { markStep, plcRoots, recordText, saveStep, STEP_STATUSES, type ActionStep, type IndicatorId } from '@groundswell/shared'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDay } from '../parts/index.ts'
import { Button, Checkbox, Field, Select } from '../ui/index.ts'
import { Hint } from './Hint.tsx'
import { PlainInput } from './PlainInput.tsx'
import styles from './plan.module.css'
import { useRoom } from './room.ts'
import { SharedField } from './SharedField.tsx'
import { stepHints } from './team.ts'

interface EditorProps {
  readonly step: ActionStep
  readonly onDone: () => void
  readonly onRemove: () => void
}

type Save = (fields: Partial<Omit<ActionStep, 'id' | 'order'>>) => void

/** The form of one step: what, by when, what it feeds, what to show; the rest is folded. */
export function StepEditor({ step, onDone, onRemove }: EditorProps) {
  const { t } = useTranslation('plc')
  const { doc, view, stage } = useRoom()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const save: Save = (fields) => saveStep(doc, step.id, fields)
  const owner = stage.people.find((person) => person.id === step.owner) ?? null
  return (
    <div className={styles.editor} ref={box}>
      <StepText step={step} field="text" label={t('plan.text')} example={t('plan.textExample')} />
      <div className={styles.grid}>
        <Field label={t('plan.due')}>
          <PlainInput type="date" value={step.due} onCommit={(due) => save({ due })} />
        </Field>
        <FeedsField step={step} save={save} />
      </div>
      <StepText step={step} field="evidence" label={t('plan.evidence')} example={t('plan.evidenceExample')} />
      <details className={styles.more}>
        <summary>{t('plan.more')}</summary>
        <MoreOfStep step={step} save={save} />
      </details>
      {step.text.trim() === ''
        ? null
        : stepHints(step, view.steps, owner).map((hint) => <Hint key={hint}>{t(`hint.${hint}`)}</Hint>)}
      <div className={styles.acts}>
        <Button variant="quiet" onClick={onRemove}>
          {t('plan.remove')}
        </Button>
        <Button onClick={onDone}>{t('plan.done')}</Button>
      </div>
    </div>
  )
}

/** Stands among the measures; no id has a blank in it. */
const ON_PURPOSE = 'on purpose'

const linkTo = (choice: string): Pick<ActionStep, 'indicator' | 'loose'> =>
  choice === '' || choice === ON_PURPOSE
    ? { indicator: null, loose: choice === ON_PURPOSE }
    : { indicator: choice as IndicatorId, loose: false }

function FeedsField({ step, save }: { readonly step: ActionStep; readonly save: Save }) {
  const { t } = useTranslation('plc')
  const { view } = useRoom()
  const measures = view.goal.indicators.map((indicator) => ({
    value: indicator.id as string,
    label: indicator.text.trim() || t('indicator.untitled'),
  }))
  return (
    <Field label={t('plan.feeds')}>
      <Select
        value={step.indicator ?? (step.loose ? ON_PURPOSE : '')}
        onChange={(next) => save(linkTo(next))}
        options={[{ value: '', label: t('plan.feedsMissing') }, ...measures, { value: ON_PURPOSE, label: t('plan.feedsNone') }]}
      />
    </Field>
  )
}

interface StepTextProps {
  readonly step: ActionStep
  readonly field: 'text' | 'evidence' | 'ifThen'
  readonly label: string
  readonly example: string
}

function StepText({ step, field, label, example }: StepTextProps) {
  const { doc } = useRoom()
  return (
    <SharedField
      label={label}
      example={example}
      name={`step.${step.id}.${field}`}
      text={recordText(plcRoots(doc).steps, step.id, field)}
      value={step[field]}
    />
  )
}

function MoreOfStep({ step, save }: { readonly step: ActionStep; readonly save: Save }) {
  const { t } = useTranslation('plc')
  const { plan, doc } = useRoom()
  const people = plan.members.map(({ person }) => person)
  return (
    <div className={styles.editor}>
      <StepText step={step} field="ifThen" label={t('plan.ifThen')} example={t('plan.ifThenExample')} />
      <div className={styles.grid}>
        <Field label={t('plan.start')}>
          <PlainInput type="date" value={step.start} onCommit={(start) => save({ start })} />
        </Field>
        <Field label={t('plan.status')}>
          <Select
            value={step.status}
            onChange={(status) => markStep(doc, step.id, isoDay(Date.now()), { status })}
            options={STEP_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          />
        </Field>
        <Field label={t('plan.owner')}>
          <Select
            value={step.owner}
            onChange={(owner) => save({ owner })}
            options={people.map((person) => ({ value: person.id, label: person.name || t('person.gone') }))}
          />
        </Field>
      </div>
      <Support step={step} save={save} />
      <Dependencies step={step} save={save} />
    </div>
  )
}

const toggled = <T,>(list: readonly T[], item: T, on: boolean): readonly T[] =>
  on ? [...list.filter((other) => other !== item), item] : list.filter((other) => other !== item)

function Support({ step, save }: { readonly step: ActionStep; readonly save: Save }) {
  const { t } = useTranslation('plc')
  const { plan, words } = useRoom()
  const others = plan.members.map(({ person }) => person).filter((person) => person.id !== step.owner)
  if (others.length === 0) return null
  return (
    <fieldset className={styles.choices}>
      <legend>{t('plan.supportFrom')}</legend>
      {others.map((person) => (
        <Checkbox
          key={person.id}
          label={`${person.name || t('person.gone')} · ${words.jobRole(person.jobRole)}`}
          checked={step.supportFrom.includes(person.id)}
          onChange={(on) => save({ supportFrom: toggled(step.supportFrom, person.id, on) })}
        />
      ))}
    </fieldset>
  )
}

function Dependencies({ step, save }: { readonly step: ActionStep; readonly save: Save }) {
  const { t } = useTranslation('plc')
  const { view, nameOf } = useRoom()
  const others = view.steps.filter((other) => other.id !== step.id && other.text.trim() !== '')
  if (others.length === 0) return null
  return (
    <fieldset className={styles.choices}>
      <legend>{t('plan.dependsOn')}</legend>
      {others.map((other) => (
        <Checkbox
          key={other.id}
          label={`${other.text} (${nameOf(other.owner)})`}
          checked={step.dependsOn.includes(other.id)}
          onChange={(on) => save({ dependsOn: toggled(step.dependsOn, other.id, on) })}
        />
      ))}
    </fieldset>
  )
}
