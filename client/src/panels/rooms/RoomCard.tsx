import type { Plc } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FocusBadge } from '../../parts/index.ts'
import { usePlc, useSession, useStage } from '../../session/index.ts'
import { Link } from '../../ui/index.ts'
import { roomFacts, type RoomFacts } from './room-facts.ts'
import { RoomQuestions } from './RoomQuestions.tsx'
import css from './RoomsPanel.module.css'
import { useRoomLife } from './use-room-life.ts'

export interface RoomCardProps {
  readonly plc: Plc
  /** Facilitators see how far the PLC has got; others the way to its work. */
  readonly detailed: boolean
}

export function RoomCard({ plc, detailed }: RoomCardProps) {
  const { t } = useTranslation('steps')
  const session = useSession()
  const stage = useStage()
  const theme = stage.themes.find((candidate) => candidate.id === plc.theme)
  return (
    <li className={css.card}>
      <div className={css.cardHead}>
        <h3>{plc.name}</h3>
        {detailed && <Life plc={plc} />}
      </div>
      {theme === undefined ? (
        <p className={css.quiet}>{t('rooms.noTheme')}</p>
      ) : (
        <p className={css.theme}>
          <FocusBadge focus={theme.focus} /> {theme.title}
        </p>
      )}
      {detailed ? <Facts plc={plc} /> : <p className={css.quiet}>{t('rooms.people', { count: plc.members.length })}</p>}
      {detailed && <RoomQuestions plc={plc} />}
      <div className={css.actions}>
        <Link to={`/s/${session.id}/plc/${plc.id}`} look="plain">
          {t('rooms.room')}
        </Link>
        <Link to={`/s/${session.id}/plan/${plc.id}`} look="quiet">
          {t('rooms.planPage')}
        </Link>
      </div>
    </li>
  )
}

/** How the room is doing, in a word with a shape of its own. */
function Life({ plc }: { readonly plc: Plc }) {
  const { t } = useTranslation('steps')
  const life = useRoomLife(plc)
  return (
    <span className={css.life} data-life={life}>
      {t(`rooms.life.${life}`)}
    </span>
  )
}

function Facts({ plc }: { readonly plc: Plc }) {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const { view } = usePlc(plc.id)
  const facts = roomFacts(plc, view, stage)
  return (
    <dl className={css.facts}>
      <dt>{t('rooms.goal')}</dt>
      <dd data-missing={!facts.goalWritten || undefined}>{t(facts.goalWritten ? 'rooms.goalYes' : 'rooms.goalNo')}</dd>
      <dt>{t('rooms.measures')}</dt>
      <dd data-missing={facts.measures === 0 || undefined}>{facts.measures}</dd>
      <dt>{t('rooms.steps')}</dt>
      <dd>
        <Steps facts={facts} />
      </dd>
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

function Steps({ facts }: { readonly facts: RoomFacts }) {
  const { t } = useTranslation('steps')
  if (facts.members.length === 0) return <>0</>
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
