import { HORIZONS, STEP_KINDS, type Horizon, type StepId, type StepKind } from '@groundswell/shared'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../parts/index.ts'
import { newId, useCommand, useStage } from '../session/index.ts'
import { Button, Field, Select } from '../ui/index.ts'
import css from './AgendaDialog.module.css'

interface Kind {
  readonly kind: StepKind
  readonly horizon: Horizon | null
}

function sidesOf(kind: StepKind): readonly (Horizon | null)[] {
  if (kind === 'talk') return [null, ...HORIZONS]
  return kind === 'write' || kind === 'together' ? HORIZONS : [null]
}

/** Every kind of step; writing and reading once for each side, talking about each and about something else. */
const KINDS: readonly Kind[] = STEP_KINDS.flatMap((kind): readonly Kind[] => sidesOf(kind).map((horizon) => ({ kind, horizon })))

const keyOf = ({ kind, horizon }: Kind): string => `${kind} ${horizon ?? ''}`
const TALK: Kind = { kind: 'talk', horizon: null }
const MINUTES = 10

/** Adds a step after any other and opens it for one's own words. */
export function AddStep({ onAdded }: { readonly onAdded: (step: StepId) => void }) {
  const { t } = useTranslation('facilitation')
  const stage = useStage()
  const words = useWords(stage)
  const command = useCommand()
  const [kind, setKind] = useState(TALK)
  const [after, setAfter] = useState<StepId | null>(null)
  const place = stage.agenda.some((step) => step.id === after) ? after : stage.step.id
  const add = async () => {
    const step = newId<StepId>()
    const added = { type: 'step.add', step, after: place, ...kind, title: null, instruction: null, minutes: MINUTES } as const
    if (await command(added)) onAdded(step)
  }
  const title = (of: Kind) =>
    words.step({ ...of, id: stage.step.id, topic: null, title: null, instruction: null, minutes: null }).title
  return (
    <div className={css.add}>
      <Field label={t('agenda.addKind')}>
        <Select
          value={keyOf(kind)}
          onChange={(next) => setKind(KINDS.find((candidate) => keyOf(candidate) === next) ?? TALK)}
          options={KINDS.map((candidate) => ({ value: keyOf(candidate), label: title(candidate) }))}
        />
      </Field>
      <Field label={t('agenda.addAfter')}>
        <Select<string>
          value={place ?? ''}
          onChange={(next) => setAfter(next as StepId)}
          options={stage.agenda.map((step, index) => ({ value: step.id, label: `${index + 1}. ${words.step(step).title}` }))}
        />
      </Field>
      <Button onClick={() => void add()}>
        <Plus aria-hidden="true" size={20} /> {t('agenda.add')}
      </Button>
    </div>
  )
}
