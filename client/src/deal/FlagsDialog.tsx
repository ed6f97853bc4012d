import type { ClusterView } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../session/index.ts'
import { Dialog } from '../ui/index.ts'
import { byFlags } from './deal-facts.ts'
import css from './Deal.module.css'
import { FlagButton } from './FlagButton.tsx'
import type { Flags } from './use-flags.ts'

export interface FlagsDialogProps {
  readonly flags: Flags
  readonly onClose: () => void
}

/** Every cluster, to say "look again"; the most flagged first. The order stays while it is open. */
export function FlagsDialog({ flags, onClose }: FlagsDialogProps) {
  const { t } = useTranslation('list')
  const { view } = useBoard()
  const [order] = useState(() => byFlags([...view.clusters.values()], flags.counts).map(({ id }) => id))
  const clusters = order.flatMap((id) => view.clusters.get(id) ?? [])
  return (
    <Dialog open onClose={onClose} title={t('deal.flagTitle')} closeLabel={t('close')}>
      <p>{t('deal.flagText')}</p>
      {clusters.length === 0 && <p>{t('noClustersRead')}</p>}
      <ul className={css.flags}>
        {clusters.map((cluster) => (
          <FlagRow key={cluster.id} cluster={cluster} flags={flags} />
        ))}
      </ul>
    </Dialog>
  )
}

function FlagRow({ cluster, flags }: { readonly cluster: ClusterView; readonly flags: Flags }) {
  const { t } = useTranslation('list')
  const count = flags.counts.get(cluster.id) ?? 0
  return (
    <li>
      <span className={css.flagWords}>
        <b>{cluster.title || t('cluster.untitled')}</b>
        <span className={css.quiet}>
          {[t('count', { count: cluster.notes.length }), count > 0 ? t('deal.flags', { count }) : ''].filter(Boolean).join(' · ')}
        </span>
      </span>
      <FlagButton title={cluster.title} on={flags.mine.includes(cluster.id)} onFlag={(on) => flags.flag(cluster.id, on)} />
    </li>
  )
}
