import type { StepKind } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../parts/index.ts'
import { useStage } from '../../session/index.ts'
import type { RoomFacts } from './room-facts.ts'
import css from './RoomsPanel.module.css'

const FACTS = ['goal', 'measures', 'steps', 'agreement', 'dates', 'roles'] as const
type Fact = (typeof FACTS)[number]

/** What a step is about, so that a coach with many rooms sees it without opening each. */
export function factOf(step: StepKind): Fact {
  switch (step) {
    case 'plan':
      return 'steps'
    case 'commit':
      return 'agreement'
    case 'checkin':
      return 'dates'
    default:
      return 'goal'
  }
}

interface FactsProps {
  readonly facts: RoomFacts
}

/** A term and what a coach sees of it from outside. */
export function RoomFact({ of, facts }: FactsProps & { readonly of: Fact }) {
  const { t } = useTranslation('steps')
  const words = useWords(useStage())
  switch (of) {
    case 'goal':
      return (
        <>
          <dt>{t('rooms.goal')}</dt>
          <dd data-missing={!facts.goalWritten || undefined}>
            {t(facts.goalWritten ? 'rooms.goalYes' : 'rooms.goalNo')}
            {' · '}
            {t('rooms.fieldsOf', { filled: facts.filled, total: facts.fields })}
          </dd>
        </>
      )
    case 'measures':
      return (
        <>
          <dt>{t('rooms.measures')}</dt>
          <dd data-missing={facts.measures === 0 || undefined}>{facts.measures}</dd>
        </>
      )
    case 'steps':
      return <StepsFact facts={facts} />
    case 'agreement':
      return <AgreementFact facts={facts} />
    case 'dates':
      return (
        <>
          <dt>{t('rooms.dates')}</dt>
          <dd data-missing={facts.dates === 0 || undefined}>
            {facts.dates === 0 ? t('rooms.datesNone') : t('rooms.datesSet', { count: facts.dates })}
          </dd>
        </>
      )
    case 'roles':
      return facts.missingRoles.length === 0 ? null : (
        <>
          <dt>{t('rooms.roles')}</dt>
          <dd>{facts.missingRoles.map((role) => words.jobRole(role)).join(', ')}</dd>
        </>
      )
  }
}

function StepsFact({ facts: { members } }: FactsProps) {
  const { t } = useTranslation('steps')
  const having = members.filter(({ steps }) => steps > 0).length
  const without = members.filter(({ steps }) => steps === 0).map(({ person }) => person.name)
  return (
    <>
      <dt>{t('rooms.steps')}</dt>
      <dd data-missing={having < members.length || undefined}>
        {t('rooms.withStep', { count: having, total: members.length })}
        {without.length > 0 && having > 0 && (
          <span className={css.names}>{t('rooms.withoutStep', { names: without.join(', ') })}</span>
        )}
      </dd>
    </>
  )
}

function AgreementFact({ facts: { agreed, low, members } }: FactsProps) {
  const { t } = useTranslation('steps')
  return (
    <>
      <dt>{t('rooms.agreement')}</dt>
      <dd data-missing={low > 0 || undefined}>
        {t('rooms.agreed', { count: agreed, total: members.length })}
        {low > 0 && ` · ${t('rooms.low', { count: low })}`}
      </dd>
    </>
  )
}

/** Everything but what stands above already. */
export function RestOfFacts({ facts, without }: FactsProps & { readonly without: Fact }) {
  return (
    <dl className={css.facts}>
      {FACTS.filter((fact) => fact !== without).map((fact) => (
        <RoomFact key={fact} of={fact} facts={facts} />
      ))}
    </dl>
  )
}
