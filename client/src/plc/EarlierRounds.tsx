import type { AgreementStatus } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { formatDay, isoDay } from '../parts/index.ts'
import styles from './agree.module.css'
import { useRoom } from './room.ts'
import { AnswerList } from './Together.tsx'

/** Rounds that are over: reservations stay on record. */
export function EarlierRounds({ status }: { readonly status: AgreementStatus }) {
  const { t, i18n } = useTranslation('plc')
  const { view } = useRoom()
  const over = view.rounds.filter(({ round }) => round < status.round || (round === status.round && !status.shown))
  if (over.length === 0) return null
  return (
    <section className={styles.together} aria-labelledby="room-rounds">
      <h3 id="room-rounds">{t('agree.rounds')}</h3>
      {over.map(({ id, round, at, answers }) => (
        <details key={id} className={styles.round}>
          <summary>{t('agree.round', { round, date: formatDay(isoDay(at), i18n.language) })}</summary>
          <AnswerList answers={[...answers].sort((a, b) => a.level - b.level)} />
        </details>
      ))}
    </section>
  )
}
