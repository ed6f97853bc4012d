import { LIMITS, type StageView } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { FocusBadge, rankClusters, sumTallies } from '../parts/index.ts'
import { useBoard } from '../session/index.ts'
import css from './DisplayPage.module.css'

/** Rows that can be read from the last seat; whatever got fewer votes than the eighth does not decide anything. */
const ROWS = 8

/** Hands counted in the room stand beside the votes and never among them. */
function Hands({ count }: { readonly count: number }) {
  const { t } = useTranslation('display')
  return count === 0 ? null : <span className={css.rowVotes}>{t('hands', { count })}</span>
}

/** The ranked result with its ties, and the themes as they are chosen. */
export function ResultWall({ stage }: { readonly stage: StageView }) {
  const { t, i18n } = useTranslation('display')
  const { view } = useBoard()
  const tally = stage.vote.state === 'counted' ? sumTallies(stage.vote.tally, stage.room.second) : []
  const { rows, tied } = rankClusters(view.clusters.values(), tally, LIMITS.themes)
  const most = rows[0]?.votes ?? 0
  const titles = new Intl.ListFormat(i18n.language).format(tied.map(({ cluster }) => `“${cluster.title}”`))
  return (
    <div className={css.results}>
      <ol className={css.rows}>
        {rows.slice(0, ROWS).map(({ cluster, votes }) => (
          <li key={cluster.id} className={css.row}>
            <span className={css.rowTitle}>{cluster.title || cluster.notes[0]?.text || t('untitled')}</span>
            {most > 0 && <b className={css.rowVotes}>{t('votes', { count: votes })}</b>}
            <Hands count={stage.room.hands.find((row) => row.cluster === cluster.id)?.votes ?? 0} />
            {most > 0 && (
              <span className={css.track}>
                <span className={css.fill} style={{ inlineSize: `${(votes / most) * 100}%` }} />
              </span>
            )}
          </li>
        ))}
        {tied.length > 0 && <li className={css.tie}>{t('tie', { titles })}</li>}
      </ol>
      <section className={css.themes}>
        <h2>{t('themes')}</h2>
        <ol>
          {Array.from({ length: LIMITS.themes }, (_, index) => {
            const theme = stage.themes[index]
            return theme === undefined ? (
              <li key={index} className={css.slot}>
                {t('open')}
              </li>
            ) : (
              <li key={index} className={css.theme}>
                <FocusBadge focus={theme.focus} />
                <b>{theme.title}</b>
              </li>
            )
          })}
        </ol>
      </section>
    </div>
  )
}
