import type { PersonId } from '@groundswell/shared'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { arcsOf, type Arc } from './handoff-picture.ts'
import styles from './handoffs.module.css'
import { useRoom } from './room.ts'
import { handoffs } from './team.ts'

/** Pixels of one person's row, and the room that arcs have at most. */
const ROW = 52
const WIDE = 96

/** Handoffs drawn: people in a column, an arrow from whoever gives to whoever gets. The list beside it says the same. */
export function HandoffPicture() {
  const { t } = useTranslation('plc')
  const { view, plan, nameOf, words } = useRoom()
  const marker = useId()
  const all = handoffs(view.steps)
  const inside = new Set<PersonId>(all.flatMap(({ from, to }) => [from, to]))
  const people = plan.members.filter(({ person }) => inside.has(person.id)).map(({ person }) => person)
  const arcs = arcsOf(
    people.map(({ id }) => id),
    all,
  )
  if (arcs.length === 0) return null
  const said = arcs.map(({ kind, from, to }) =>
    t(`team.${kind}`, { from: nameOf(people[from]?.id ?? ('' as PersonId)), to: nameOf(people[to]?.id ?? ('' as PersonId)) }),
  )
  const height = people.length * ROW
  return (
    <figure className={styles.picture}>
      <ol className={styles.rows} aria-hidden="true">
        {people.map((person) => (
          <li key={person.id} style={{ blockSize: ROW }}>
            <b>{nameOf(person.id)}</b>
            <span>{words.jobRole(person.jobRole)}</span>
          </li>
        ))}
      </ol>
      <svg
        role="img"
        aria-label={t('team.picture', { list: said.join('; ') })}
        width={WIDE}
        height={height}
        viewBox={`0 0 ${WIDE} ${height}`}
      >
        <defs>
          <marker
            id={marker}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" className={styles.head} />
          </marker>
        </defs>
        {arcs.map((arc) => (
          <path
            key={arc.key}
            className={styles.arc}
            data-kind={arc.kind}
            strokeWidth={Math.min(5, 1 + arc.count)}
            d={pathOf(arc, arcs.length)}
            markerEnd={`url(#${marker})`}
          />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        <span data-kind="waits">{t('team.pictureWaits')}</span>
        <span data-kind="support">{t('team.pictureSupport')}</span>
      </figcaption>
    </figure>
  )
}

/** From the middle of one row out and back to another; two arcs at one row leave it a little apart. */
function pathOf({ from, to, lane }: Arc, lanes: number): string {
  const apart = from < to ? 7 : -7
  const [start, end] = [from * ROW + ROW / 2 + apart, to * ROW + ROW / 2 - apart]
  const out = 18 + ((WIDE - 28) * lane) / lanes
  return `M2 ${start}C${out} ${start} ${out} ${end} 6 ${end}`
}
