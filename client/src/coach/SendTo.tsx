import type { PlcId } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useStage } from '../session/index.ts'
import { Checkbox } from '../ui/index.ts'
import styles from './coach.module.css'

export interface SendToProps {
  /** Null is all PLCs, also those that form later. */
  readonly to: readonly PlcId[] | null
  readonly onChange: (to: readonly PlcId[] | null) => void
  /** What is chosen, in words; empty for nobody. */
  readonly name: string
}

/** Whom a question goes to: all PLCs, or those that are ticked. */
export function SendTo({ to, onChange, name }: SendToProps) {
  const { t } = useTranslation('coach')
  const { plcs } = useStage()
  const tick = (plc: PlcId, ticked: boolean) => {
    const others = (to ?? []).filter((other) => other !== plc)
    onChange(ticked ? [...others, plc] : others)
  }
  return (
    <details className={styles.sendTo}>
      <summary>
        {t('sendTo')}: <b>{name === '' ? t('nobody') : name}</b>
      </summary>
      <fieldset className={styles.rooms}>
        <legend>{t('sendTo')}</legend>
        <Checkbox label={t('everyone')} checked={to === null} onChange={(all) => onChange(all ? null : [])} />
        {plcs.map(({ id, name: plc }) => (
          <Checkbox key={id} label={plc} checked={to?.includes(id) ?? false} onChange={(ticked) => tick(id, ticked)} />
        ))}
      </fieldset>
    </details>
  )
}
