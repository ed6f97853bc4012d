import { planText, type PersonId, type PlanField } from '@groundswell/shared'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './plan.module.css'
import { useRoom } from './room.ts'
import { SharedField } from './SharedField.tsx'

const ORDER: readonly PlanField[] = ['contribution', 'growthFocus', 'strength', 'supportNeeded']

/** The four sentences of a person's plan: own part first, then growth, strength and support. */
export function PlanFields({ person, editable }: { readonly person: PersonId; readonly editable: boolean }) {
  const { view } = useRoom()
  const plan = view.plans.find((candidate) => candidate.person === person)
  return (
    <div className={styles.fields}>
      {ORDER.map((field) => (
        <PlanText key={field} person={person} field={field} editable={editable} value={plan?.[field] ?? ''} />
      ))}
    </div>
  )
}

interface TextProps {
  readonly person: PersonId
  readonly field: PlanField
  readonly editable: boolean
  readonly value: string
}

function PlanText({ person, field, editable, value }: TextProps) {
  const { t } = useTranslation('plc')
  const { doc } = useRoom()
  const text = useMemo(() => (editable ? planText(doc, person, field) : null), [doc, person, field, editable])
  return (
    <SharedField
      label={t(`plan.field.${field}.label`)}
      help={t(`plan.field.${field}.help`)}
      example={t(`plan.field.${field}.example`)}
      name={`plan.${person}.${field}`}
      text={text}
      value={value}
    />
  )
}
