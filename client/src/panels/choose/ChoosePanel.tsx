import { LIMITS, type ClusterView, type Theme } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { facilitatorName, rankClusters, sumTallies, useWords, type Ranking } from '../../parts/index.ts'
import { useBoard, useMe, useStage } from '../../session/index.ts'
import { Banner } from '../../ui/index.ts'
import css from './ChoosePanel.module.css'
import { missingFocus } from './missing-focus.ts'
import { RankRow } from './RankRow.tsx'
import { ThemeEditor, type ThemeDraft } from './ThemeEditor.tsx'
import { ThemeSlots } from './ThemeSlots.tsx'

/** The ranked result and the three themes. Votes inform; the facilitator marks what people decide. */
export function ChoosePanel() {
  const { t } = useTranslation('steps')
  const stage = useStage()
  const me = useMe()
  const { view } = useBoard()
  const [draft, setDraft] = useState<ThemeDraft | null>(null)
  const facilitates = me.role === 'facilitator'
  const tally = stage.vote.state === 'counted' ? sumTallies(stage.vote.tally, stage.room.second) : []
  const ranking = rankClusters(view.clusters.values(), tally, LIMITS.themes)
  const taken = new Set(stage.themes.map((theme) => view.merged.get(theme.cluster) ?? theme.cluster))
  const room = facilitates && stage.themes.length < LIMITS.themes
  const edit = (theme: Theme) => setDraft({ kind: 'edit', theme })
  return (
    <div className={css.panel}>
      <section className={css.themes}>
        <h2>{t('choose.themesTitle')}</h2>
        <ThemeSlots themes={stage.themes} onEdit={facilitates ? edit : null} />
        <FocusHint themes={stage.themes} />
        {!facilitates && stage.themes.length < LIMITS.themes && (
          <p className={css.quiet}>{t('choose.wait', { facilitator: facilitatorName(stage) ?? t('write.someone') })}</p>
        )}
      </section>
      <section className={css.rank}>
        <h2>{t('choose.rankTitle')}</h2>
        {ranking.rows.length === 0 ? <p className={css.quiet}>{t('choose.none')}</p> : <VoteFacts />}
        <TieWords ranking={ranking} />
        <ol className={css.rows}>
          {ranking.rows.map((row) => (
            <RankRow
              key={row.cluster.id}
              row={row}
              most={ranking.rows[0]?.votes ?? 0}
              counted={stage.vote.state === 'counted'}
              year={stage.targetYear}
              chosen={taken.has(row.cluster.id)}
              countsHands={facilitates}
              onMark={room && !taken.has(row.cluster.id) ? (cluster: ClusterView) => setDraft({ kind: 'new', cluster }) : null}
            />
          ))}
        </ol>
      </section>
      {draft !== null && <ThemeEditor draft={draft} onClose={() => setDraft(null)} />}
    </div>
  )
}

function FocusHint({ themes }: { readonly themes: readonly Theme[] }) {
  const { t } = useTranslation('steps')
  const words = useWords(useStage())
  const focus = missingFocus(themes, LIMITS.themes)
  if (focus === null) return null
  return <Banner>{t('choose.hintBoth', { focus: words.focus(focus).toLocaleLowerCase() })}</Banner>
}

function VoteFacts() {
  const { t } = useTranslation('steps')
  const { vote } = useStage()
  if (vote.state !== 'counted') return <p className={css.quiet}>{t('choose.noVote')}</p>
  return (
    <p className={css.quiet}>
      {t('choose.voters', { count: vote.voters })}.{vote.reopened > 0 && ` ${t('choose.reopened', { count: vote.reopened })}`}
    </p>
  )
}

function TieWords({ ranking }: { readonly ranking: Ranking }) {
  const { t, i18n } = useTranslation('steps')
  if (ranking.tied.length === 0) return null
  const names = ranking.tied.map(({ cluster }) => `“${cluster.title || t('cluster.untitled')}”`)
  const titles = new Intl.ListFormat(i18n.language).format(names)
  return <Banner tone="warn">{t('choose.tie', { titles, votes: ranking.tied[0]?.votes ?? 0 })}</Banner>
}
