import { ATTENTION_MODES, clustersInOrder, HORIZONS, type AttentionTarget, type StepKind } from '@groundswell/shared'
import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useCommand, useMe, useStage } from '../../session/index.ts'
import { Button, Dialog, Field, Select } from '../../ui/index.ts'
import css from './Attention.module.css'
import { useAttentionWords } from './attention-words.ts'

/** Steps in which the board's two sides are on everyone's screen. */
const ON_BOARD: ReadonlySet<StepKind> = new Set(['together', 'talk', 'group', 'name'])

const keyOf = (target: AttentionTarget): string =>
  'id' in target ? `${target.kind} ${target.id}` : target.kind === 'zone' ? `zone ${target.horizon}` : 'step'

/** Everything that everyone could look at now, the step itself first. */
function useTargets(): readonly AttentionTarget[] {
  const stage = useStage()
  const { view } = useBoard()
  const zones = ON_BOARD.has(stage.step.kind) ? HORIZONS.map((horizon) => ({ kind: 'zone', horizon }) as const) : []
  const clusters = clustersInOrder(view).map(({ id }) => ({ kind: 'cluster', id }) as const)
  const plcs = stage.plcs.map(({ id }) => ({ kind: 'plc', id }) as const)
  return [{ kind: 'step' }, ...zones, ...clusters, ...plcs]
}

/** Asks for everyone's attention: what to look at, and how firmly. For facilitators; nothing for anyone else. */
export function CallButton() {
  const { t } = useTranslation('facilitation')
  const [open, setOpen] = useState(false)
  if (useMe().role !== 'facilitator') return null
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={t('attention.open')}>
        <Megaphone aria-hidden="true" size={18} /> <span className={css.callLabel}>{t('attention.openShort')}</span>
      </Button>
      {open && <CallDialog onClose={() => setOpen(false)} />}
    </>
  )
}

export interface CallDialogProps {
  readonly onClose: () => void
  /** What everyone is to look at; without it one chooses. */
  readonly about?: AttentionTarget
}

/** What to look at, and how firmly everyone is asked. */
export function CallDialog({ onClose, about }: CallDialogProps) {
  const { t } = useTranslation('facilitation')
  const command = useCommand()
  const words = useAttentionWords()
  const targets = useTargets()
  const [chosen, setChosen] = useState('step')
  const target = about ?? targets.find((candidate) => keyOf(candidate) === chosen) ?? { kind: 'step' as const }
  const label = (of: AttentionTarget) => t(`attention.target.${of.kind}`, { what: words.target(of) })
  return (
    <Dialog open onClose={onClose} title={t(about === undefined ? 'attention.open' : 'attention.show')} closeLabel={t('close')}>
      <div className={css.call}>
        {about === undefined ? (
          <Field label={t('attention.what')}>
            <Select
              value={keyOf(target)}
              onChange={setChosen}
              options={targets.map((of) => ({ value: keyOf(of), label: label(of) }))}
            />
          </Field>
        ) : (
          <p>{t('attention.about', { what: words.target(about) })}</p>
        )}
        <div className={css.modes}>
          {ATTENTION_MODES.map((mode) => (
            <Button
              key={mode}
              className={css.mode ?? ''}
              onClick={() => void command({ type: 'attention.call', mode, target }).then((sent) => sent && onClose())}
            >
              {t(`attention.do.${mode}`)}
              <small>{t(`attention.does.${mode}`)}</small>
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
