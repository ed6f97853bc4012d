import type { Plc, PlcId } from '@groundswell/shared'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useStage } from '../../session/index.ts'
import { Link, Select, useAnnounce } from '../../ui/index.ts'
import { byNeed, ROOM_LIVES, type RoomNeed } from './room-life.ts'
import { RoomInSight } from './RoomInSight.tsx'
import css from './RoomsPanel.module.css'

type Order = 'need' | 'name'
type Needs = ReadonlyMap<PlcId, RoomNeed & { readonly order: number }>

/** With more rooms than this one looks at states first and at details when asked. */
const MANY = 6

/** All rooms as the facilitator sees them, with those that may need someone first. */
export function Overview() {
  const { t } = useTranslation('steps')
  const { plcs } = useStage()
  const session = useSession()
  const [order, setOrder] = useState<Order>('need')
  const list = useRef<HTMLUListElement>(null)
  const { needs, sorted, tell } = useNeeds(list)
  const shown = order === 'name' ? plcs : inOrder(plcs, sorted)
  useCallNews(plcs)
  return (
    <section className={css.all}>
      <div className={css.allHead}>
        <h2>{t('rooms.overview')}</h2>
        <Link to={`/s/${session.id}/plan`} look="plain">
          {t('rooms.allPlans')}
        </Link>
      </div>
      <div className={css.allHead}>
        <Summary plcs={plcs} needs={needs} />
        <Select
          aria-label={t('rooms.sort')}
          value={order}
          onChange={setOrder}
          options={[
            { value: 'need', label: t('rooms.sortNeed') },
            { value: 'name', label: t('rooms.sortName') },
          ]}
        />
      </div>
      <ul className={css.cards} ref={list}>
        {shown.map((plc) => (
          <RoomInSight key={plc.id} plc={plc} folded={plcs.length > MANY} onNeed={tell} />
        ))}
      </ul>
    </section>
  )
}

function Summary({ plcs, needs }: { readonly plcs: readonly Plc[]; readonly needs: Needs }) {
  const { t } = useTranslation('steps')
  return (
    <ul className={css.summary}>
      {ROOM_LIVES.map((life) => {
        const count = plcs.filter(({ id }) => needs.get(id)?.life === life).length
        return count === 0 ? null : (
          <li key={life} className={css.life} data-life={life}>
            {t(`rooms.summary.${life}`, { count })}
          </li>
        )
      })}
    </ul>
  )
}

interface Seen {
  readonly needs: Needs
  readonly sorted: readonly PlcId[]
}

/** The order by need; while someone points at a room or is in it by keyboard, nothing moves under their hands. */
function useNeeds(list: { readonly current: HTMLElement | null }) {
  const [seen, setSeen] = useState<Seen>({ needs: new Map(), sorted: [] })
  const tell = useCallback(
    (plc: Plc, need: RoomNeed) => {
      const calm = list.current?.matches(':hover, :focus-within') ?? false
      setSeen((before) => {
        const needs = new Map(before.needs).set(plc.id, { ...need, order: plc.order })
        if (calm && before.sorted.length > 0) return { needs, sorted: before.sorted }
        return { needs, sorted: [...needs].sort(([, a], [, b]) => byNeed(a, b) || a.order - b.order).map(([id]) => id) }
      })
    },
    [list],
  )
  return { ...seen, tell }
}

const inOrder = (plcs: readonly Plc[], sorted: readonly PlcId[]): readonly Plc[] => {
  const at = ({ id }: Plc) => (sorted.includes(id) ? sorted.indexOf(id) : plcs.length)
  return [...plcs].sort((a, b) => at(a) - at(b))
}

/** Says which room has just asked for the coach. */
function useCallNews(plcs: readonly Plc[]): void {
  const { t } = useTranslation('steps')
  const announce = useAnnounce()
  const { calling } = useStage().room
  const before = useRef(calling)
  useEffect(() => {
    const news = plcs.filter(({ id }) => calling.includes(id) && !before.current.includes(id))
    before.current = calling
    for (const { name } of news) announce(`${name}: ${t('rooms.calling')}`)
  }, [calling, plcs, announce, t])
}
