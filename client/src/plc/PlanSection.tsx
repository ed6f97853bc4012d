import type { MemberPart, PersonId } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner, Button, Field, Select } from '../ui/index.ts'
import { PlanFields } from './PlanFields.tsx'
import styles from './plan.module.css'
import { QuestionCards } from './QuestionCards.tsx'
import { useRoom } from './room.ts'
import { StepList } from './StepList.tsx'

/** One's own plan to write, everyone else's to read. `whose` null opens one's own, or the first member's. */
export function PlanSection({
  whose,
  onWhose,
}: {
  readonly whose: PersonId | null
  readonly onWhose: (person: PersonId) => void
}) {
  const { t } = useTranslation('plc')
  const { me, plan } = useRoom()
  const mine = plan.members.find((part) => part.person.id === me.id)
  const shown = plan.members.find((part) => part.person.id === whose) ?? mine ?? plan.members[0]
  const own = shown !== undefined && shown === mine
  return (
    <div className={styles.form}>
      <h2 className={styles.title} tabIndex={-1} data-section-title="plan">
        {own || shown === undefined ? t('plan.title') : t('plan.of', { name: shown.person.name || t('person.gone') })}
      </h2>
      <p className={styles.help}>{mine === undefined ? t('plan.notMember') : t('plan.help')}</p>
      <GoalWords />
      <QuestionCards />
      {plan.members.length > 1 && shown !== undefined ? <WhosePlan shown={shown.person.id} onWhose={onWhose} /> : null}
      {shown === undefined ? <p>{t('team.none')}</p> : <OnePlan key={shown.person.id} part={shown} own={own} />}
    </div>
  )
}

/** What one's part is a part of. */
function GoalWords() {
  const { t } = useTranslation('plc')
  const statement = useRoom().view.goal.statement.trim()
  return statement === '' ? null : (
    <blockquote className={styles.goal}>
      <b>{t('goal.title')}</b> {statement}
    </blockquote>
  )
}

function WhosePlan({ shown, onWhose }: { readonly shown: PersonId; readonly onWhose: (person: PersonId) => void }) {
  const { t } = useTranslation('plc')
  const { plan, me, nameOf } = useRoom()
  const label = (id: PersonId): string => (id === me.id ? t('person.me', { name: nameOf(id) }) : nameOf(id))
  return (
    <div className={styles.whose}>
      <Field label={t('plan.whose')}>
        <Select
          value={shown}
          onChange={onWhose}
          options={plan.members.map(({ person }) => ({ value: person.id, label: label(person.id) }))}
        />
      </Field>
    </div>
  )
}

function OnePlan({ part, own }: { readonly part: MemberPart; readonly own: boolean }) {
  const { canWrite, facilitates } = useRoom()
  const [assist, setAssist] = useState(false)
  const editable = canWrite && (own || assist)
  return (
    <>
      {canWrite && facilitates && !own ? <Assist name={part.person.name} assist={assist} onAssist={setAssist} /> : null}
      <PlanFields person={part.person.id} editable={editable} />
      <StepList part={part} editable={editable} />
    </>
  )
}

/** A coach may write for a member who has no device; they say so first, so that nobody does it by mistake. */
function Assist({
  name,
  assist,
  onAssist,
}: {
  readonly name: string
  readonly assist: boolean
  readonly onAssist: (next: boolean) => void
}) {
  const { t } = useTranslation('plc')
  if (!assist)
    return (
      <div>
        <Button variant="quiet" onClick={() => onAssist(true)}>
          {t('plan.assist')}
        </Button>
      </div>
    )
  return (
    <Banner action={<Button onClick={() => onAssist(false)}>{t('plan.stopAssist')}</Button>}>
      {t('plan.assisting', { name })}
    </Banner>
  )
}
