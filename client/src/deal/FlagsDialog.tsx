import type { ClusterId, ClusterView } from '@groundswell/shared'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useCommand, useMyFlags } from '../session/index.ts'
import { Button, Dialog } from '../ui/index.ts'
import { byFlags } from './deal-facts.ts'
import css from './Deal.module.css'

export interface FlagsDialogProps {
  readonly flags: ReadonlyMap<ClusterId, number>
  readonly onClose: () => void
}

/** Every cluster, to say "look again"; the most flagged first. The order stays while it is open. */
export function FlagsDialog({ flags, onClose }: FlagsDialogProps) {
  const { t } = useTranslation('list')
  const { view } = useBoard()
  const mine = useMyFlags()
  const [order] = useState(() => byFlags([...view.clusters.values()], flags).map(({ id }) => id))
  const clusters = order.flatMap((id) => view.clusters.get(id) ?? [])
  return (
    <Dialog open onClose={onClose} title={t('deal.flagTitle')} closeLabel={t('close')}>
      <p>{t('deal.flagText')}</p>
      {clusters.length === 0 && <p>{t('noClustersRead')}</p>}
      <ul className={css.flags}>
        {clusters.map((cluster) => (
          <FlagRow key={cluster.id} cluster={cluster} count={flags.get(cluster.id) ?? 0} mine={mine.includes(cluster.id)} />
        ))}
      </ul>
    </Dialog>
  )
}

interface FlagRowProps {
  readonly cluster: ClusterView
  readonly count: number
  readonly mine: boolean
}

function FlagRow({ cluster, count, mine }: FlagRowProps) {
  const { t } = useTranslation('list')
  const command = useCommand()
  const title = cluster.title || t('cluster.untitled')
  return (
    <li>
      <span className={css.flagWords}>
        <b>{title}</b>
        <span className={css.quiet}>
          {[t('count', { count: cluster.notes.length }), count > 0 ? t('deal.flags', { count }) : ''].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Button
        aria-pressed={mine}
        aria-label={t('deal.lookAgainAt', { title })}
        className={css.flag}
        onClick={() => void command({ type: 'cluster.flag', cluster: cluster.id, on: !mine })}
      >
        <Flag aria-hidden="true" size={18} /> {t('deal.lookAgain')}
      </Button>
    </li>
  )
}
