import { Check, ChevronRight, Circle, CircleHelp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { selfCheck, type SelfCheckItem } from './goal-checks.ts'
import styles from './goal.module.css'
import { useRoom } from './room.ts'

/** SMARTIE and PEERS beside the goal: what is there, what could be, and what only the team can answer. Nothing waits for it. */
export function SelfCheck() {
  const { t } = useTranslation('plc')
  const { view, canWrite } = useRoom()
  if (!canWrite || view.goal.statement.trim() === '') return null
  const { smartie, peers } = selfCheck(view.goal)
  const seen = [...smartie, ...peers].filter(({ state }) => state !== 'ask')
  const there = seen.filter(({ state }) => state === 'there').length
  return (
    <details className={styles.more}>
      <summary>
        <ChevronRight aria-hidden />
        <span>
          <strong>{t('check.title')}</strong>
          <small>{t('check.help', { there, count: seen.length })}</small>
        </span>
      </summary>
      <div className={styles.checks}>
        <CheckList title={t('check.smartieTitle')} items={smartie} />
        <CheckList title={t('check.peersTitle')} items={peers} />
      </div>
    </details>
  )
}

const MARKS = { there: Check, open: Circle, ask: CircleHelp } as const

function CheckList({ title, items }: { readonly title: string; readonly items: readonly SelfCheckItem[] }) {
  const { t } = useTranslation('plc')
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map(({ id, state }) => {
          const Mark = MARKS[state]
          return (
            <li key={id} data-state={state}>
              <Mark role="img" aria-label={t(`check.state.${state}`)} size={18} />
              <span>
                <strong>{t(`check.${id}.name`)}</strong> {t(`check.${id}.ask`)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
