import type { PersonId, Plc } from '@groundswell/shared'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, usePlc, useStage } from '../../session/index.ts'
import { Button } from '../../ui/index.ts'
import { roomFacts } from './room-facts.ts'
import type { RoomNeed } from './room-life.ts'
import { RoomCard } from './RoomCard.tsx'
import { factOf, RestOfFacts, RoomFact } from './RoomFact.tsx'
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
  const { view } = usePlc(plc.id)
  const facts = roomFacts(plc, view, stage)
  const now = factOf(stage.step.kind)
  const rest = <RestOfFacts facts={facts} without={now} />
  return (
    <>
      <dl className={css.facts}>
        <RoomFact of={now} facts={facts} />
        <dt>{t('rooms.lastChange')}</dt>
        <dd>{useAgo(sight.lastChange)}</dd>
      </dl>
      {folded ? (
        <details className={css.questions}>
          <summary>{t('rooms.more')}</summary>
          {rest}
        </details>
      ) : (
        rest
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
