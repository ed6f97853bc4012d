import type { ClusterId, ClusterView } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useFlags } from '../deal/index.ts'
import css from './BoardList.module.css'
import { ClusterCard, type ClusterCardProps } from './ClusterCard.tsx'
import type { Fate } from './fates.ts'

const notNow = (): void => {}

export interface ClusterColumnProps extends Omit<
  ClusterCardProps,
  'cluster' | 'theme' | 'taken' | 'flags' | 'flagged' | 'onFlag'
> {
  readonly clusters: readonly ClusterView[]
  /** True when the board has no cluster at all, not only none that was searched for. */
  readonly none: boolean
  readonly fates: ReadonlyMap<ClusterId, Fate>
}

export function ClusterColumn({ clusters, none, fates, ...card }: ClusterColumnProps) {
  const { t } = useTranslation('list')
  const flags = useFlags()
  return (
    <div className={css.clusters}>
      <h2>{t('clusters')}</h2>
      {none && <p className={css.quiet}>{t(card.canWrite ? 'noClusters' : 'noClustersRead')}</p>}
      {clusters.map((cluster) => {
        const fate = fates.get(cluster.id)
        return (
          <ClusterCard
            key={cluster.id}
            {...card}
            cluster={cluster}
            theme={fate?.theme ?? null}
            taken={fate?.plcs.join(', ') ?? ''}
            flags={flags && (flags.counts.get(cluster.id) ?? 0)}
            flagged={flags?.mine.includes(cluster.id) ?? false}
            onFlag={flags?.flag ?? notNow}
          />
        )
      })}
    </div>
  )
}
