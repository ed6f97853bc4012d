import type { PersonId, Plc } from '@groundswell/shared'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../parts/index.ts'
import { useCommand, usePlc, useStage } from '../../session/index.ts'
import { Button } from '../../ui/index.ts'
import { roomFacts, type RoomFacts } from './room-facts.ts'
import type { RoomNeed } from './room-life.ts'
import { RoomCard } from './RoomCard.tsx'
import { RoomQuestions } from './RoomQuestions.tsx'
import css from './RoomsPanel.module.css'
import { useRoomLife, type RoomSight } from './use-room-life.ts'

export interface RoomInSightProps {
  readonly plc: Plc
  /** With many rooms the details are folded away. */
  readonly folded: boolean
  readonly onNeed: (plc: Plc, need: RoomNeed) => void
}

/** A room as its facilitator sees it from outside. */
export function RoomInSight({ plc, folded, onNeed }: RoomInSightProps) {
  const { t } = useTranslation('steps')
  const sight = useRoomLife(plc)
  const { life, quiet } = sight
  const count = quiet.length
  useEffect(() => onNeed(plc, { life, quiet: count }), [onNeed, plc, life, count])
  const badge = (
    <span className={css.life} data-life={life}>
      {t(life === 'calling' ? 'rooms.calling' : `rooms.life.${life}`)}
    </span>
  )
  return (
    <RoomCard plc={plc} life={badge}>
      {life === 'calling' ? <Came plc={plc} /> : null}
      <Hints plc={plc} sight={sight} />
      <Facts plc={plc} sight={sight} folded={folded} />
      <RoomQuestions plc={plc} />
    </RoomCard>
  )
}

/** The hand goes down once someone has been there. */
function Came({ plc }: { readonly plc: Plc }) {
  const { t } = useTranslation('steps')
  const send = useCommand()
  const lower = () => void send({ type: 'plc.call', plc: plc.id, calling: false })
  return (
    <Button aria-label={t('rooms.cameNamed', { name: plc.name })} onClick={lower}>
      {t('rooms.came')}
    </Button>
  )
}

/** For the facilitator's eyes alone: who may be worth a look. Silence in a list of changes is often talk. */
function Hints({ plc, sight }: { readonly plc: Plc; readonly sight: RoomSight }) {
  const { t, i18n } = useTranslation('steps')
  const { people } = useStage()
  const names = (ids: readonly PersonId[]) =>
    new Intl.ListFormat(i18n.language).format(
      ids.flatMap((id) => people.find((person) => person.id === id && !person.removed)?.name ?? []),
    )
  const someHere = sight.away.length > 0 && sight.away.length < plc.members.length
  if (sight.quiet.length === 0 && !someHere) return null
  return (
    <div className={css.hints}>
      {sight.quiet.length > 0 && <p>{t('rooms.quietOnes', { names: names(sight.quiet) })}</p>}
      {someHere && <p>{t('rooms.away', { names: names(sight.away) })}</p>}
    </div>
  )
}

function Facts({ plc, sight, folded }: { readonly plc: Plc; readonly sight: RoomSight; readonly folded: boolean }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const words = useWords(stage)
  const { view } = usePlc(plc.id)
  const facts = roomFacts(plc, view, stage)
  return (
    <>
      <dl className={css.facts}>
        <dt>{t('rooms.goal')}</dt>
        <dd data-missing={!facts.goalWritten || undefined}>
          {t(facts.goalWritten ? 'rooms.goalYes' : 'rooms.goalNo')}
          {' · '}
          {t('rooms.fieldsOf', { filled: facts.filled, total: facts.fields })}
        </dd>
        <dt>{t('rooms.lastChange')}</dt>
        <dd>{useAgo(sight.lastChange)}</dd>
        {facts.missingRoles.length > 0 && (
          <>
            <dt>{t('rooms.roles')}</dt>
            <dd>{facts.missingRoles.map((role) => words.jobRole(role)).join(', ')}</dd>
          </>
        )}
      </dl>
      {folded ? (
        <details className={css.questions}>
          <summary>{t('rooms.more')}</summary>
          <Work facts={facts} />
        </details>
      ) : (
        <Work facts={facts} />
      )}
    </>
  )
}

function useAgo(ms: number | null): string {
  const { t } = useTranslation('steps')
  if (ms === null) return t('rooms.notSeen')
  const minutes = Math.floor(ms / 60_000)
  return minutes === 0 ? t('rooms.justNow') : t('rooms.minutesAgo', { count: minutes })
}

function Work({ facts }: { readonly facts: RoomFacts }) {
  const { t } = useTranslation('steps')
  return (
    <dl className={css.facts}>
      <dt>{t('rooms.measures')}</dt>
      <dd data-missing={facts.measures === 0 || undefined}>{facts.measures}</dd>
      <dt>{t('rooms.steps')}</dt>
      <dd>{facts.members.length === 0 ? 0 : <Steps facts={facts} />}</dd>
      {facts.agreed > 0 && (
        <>
          <dt>{t('rooms.agreement')}</dt>
          <dd data-missing={facts.low > 0 || undefined}>
            {t('rooms.agreed', { count: facts.agreed, total: facts.members.length })}
            {facts.low > 0 && ` · ${t('rooms.low', { count: facts.low })}`}
          </dd>
        </>
      )}
    </dl>
  )
}

const Steps = ({ facts }: { readonly facts: RoomFacts }) => {
  const { t } = useTranslation('steps')
  return (
    <ul className={css.steps}>
      {facts.members.map(({ person, steps }) => (
        <li key={person.id} data-missing={steps === 0 || undefined}>
          {steps === 0 ? t('rooms.noStep', { name: person.name }) : t('rooms.stepsOf', { name: person.name, count: steps })}
        </li>
      ))}
    </ul>
  )
}
