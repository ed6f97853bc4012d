import type { ClusterView } from '@groundswell/shared'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { HandsField } from './HandsField.tsx'
import { HomeField } from './HomeField.tsx'
import { useStage } from '../../session/index.ts'
import { FocusBadge, SplitBar, type Ranked } from '../../parts/index.ts'
import { Button } from '../../ui/index.ts'
import css from './ChoosePanel.module.css'

export interface RankRowProps {
  readonly row: Ranked
  /** Votes of the first row: the full length of a bar. */
  readonly most: number
  readonly counted: boolean
  readonly year: number
  readonly chosen: boolean
  /** A facilitator may enter hands counted in the room. */
  readonly countsHands: boolean
  /** Null where it cannot be made a theme. */
  readonly onMark: ((cluster: ClusterView) => void) | null
}

export function RankRow({ row, most, counted, year, chosen, countsHands, onMark }: RankRowProps) {
  const { t } = useTranslation('steps')
  const { cluster, votes } = row
  return (
    <li className={css.row} data-item={cluster.id} data-chosen={chosen || undefined}>
      <div className={css.rowHead}>
        {counted && <span className={css.place}>{row.rank}.</span>}
        <div className={css.rowTitle}>
          {cluster.focus !== null && <FocusBadge focus={cluster.focus} />}
          <h3>{cluster.title || t('cluster.untitled')}</h3>
        </div>
        {chosen && (
          <span className={css.chosen}>
            <Check aria-hidden="true" size={20} /> {t('choose.marked')}
          </span>
        )}
        {onMark !== null && <Button onClick={() => onMark(cluster)}>{t('choose.mark')}</Button>}
      </div>
      {counted && (
        <div className={css.votes}>
          <span className={css.track} aria-hidden="true">
            <span className={css.fill} style={{ inlineSize: `${most === 0 ? 0 : (votes / most) * 100}%` }} />
          </span>
          <b>{t('choose.votes', { count: votes })}</b>
          <BothQuestions cluster={cluster} />
          <Hands cluster={cluster} enters={countsHands} />
        </div>
      )}
      {!chosen && <Home cluster={cluster} enters={countsHands} />}
      <SplitBar current={cluster.current} ideal={cluster.ideal} year={year} />
    </li>
  )
}

/** Where two questions were asked: what each of them came to. */
function BothQuestions({ cluster }: { readonly cluster: ClusterView }) {
  const { t } = useTranslation('steps')
  const { vote, room } = useStage()
  if (room.second.length === 0 || vote.state !== 'counted') return null
  const of = (tally: typeof room.second) => tally.find((row) => row.cluster === cluster.id)?.votes ?? 0
  return <span className={css.quiet}>{t('choose.both', { first: of(vote.tally), second: of(room.second) })}</span>
}

/** What becomes of a cluster once others are themes: people stop giving when their notes vanish. */
function Home({ cluster, enters }: { readonly cluster: ClusterView; readonly enters: boolean }) {
  const { t } = useTranslation('steps')
  const { homes, themes } = useStage()
  const text = homes.find((row) => row.cluster === cluster.id)?.text ?? ''
  if (enters && (themes.length > 0 || text !== '')) return <HomeField cluster={cluster} text={text} />
  return text === '' ? null : (
    <p>
      <span className={css.quiet}>{t('choose.home')}:</span> {text}
    </p>
  )
}

/** Hands counted in the room, apart from the votes. */
function Hands({ cluster, enters }: { readonly cluster: ClusterView; readonly enters: boolean }) {
  const { t } = useTranslation('steps')
  const count = useStage().room.hands.find((row) => row.cluster === cluster.id)?.votes ?? 0
  if (enters) return <HandsField cluster={cluster} count={count} />
  return count === 0 ? null : <span className={css.quiet}>{t('choose.hands', { count })}</span>
}
