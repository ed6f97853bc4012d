import type { ClusterId, ClusterView } from '@groundswell/shared'
import { Check, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FocusBadge, NoteText, SplitBar, useWords } from '../../parts/index.ts'
import { Button } from '../../ui/index.ts'
import css from './VotePanel.module.css'

export interface VoteTileProps {
  readonly cluster: ClusterView
  readonly year: number
  /** Own votes on this cluster. */
  readonly mine: number
  /** True at a table, which may put several votes on one cluster. */
  readonly several: boolean
  /** Null when no more votes can be placed here: then the control is not there. */
  readonly onPlace: ((cluster: ClusterId) => void) | null
  readonly onTake: ((cluster: ClusterId) => void) | null
}

/** One cluster to vote on: its title, its split, its notes to read, and one's own vote. */
export function VoteTile({ cluster, year, mine, several, onPlace, onTake }: VoteTileProps) {
  const { t } = useTranslation('steps')
  const words = useWords({ targetYear: year })
  const [reading, setReading] = useState(false)
  const title = cluster.title || t('cluster.untitled')
  return (
    <li className={css.tile} data-item={cluster.id} data-mine={mine > 0 || undefined}>
      {cluster.focus !== null && (
        <p>
          <FocusBadge focus={cluster.focus} />
        </p>
      )}
      <h3>{title}</h3>
      <SplitBar current={cluster.current} ideal={cluster.ideal} year={year} />
      <details onToggle={(event) => setReading(event.currentTarget.open)}>
        <summary>
          {t('vote.notes', { count: cluster.notes.length })} <ChevronDown aria-hidden="true" size={20} />
        </summary>
        {reading && (
          <div className={css.notes}>
            {cluster.notes.map((note) => (
              <NoteText key={note.id} note={note} label={words.horizon(note.horizon)} />
            ))}
          </div>
        )}
      </details>
      <div className={css.actions}>
        {mine > 0 && (
          <span className={css.mine}>
            <Check aria-hidden="true" size={20} />
            {several ? t('vote.mineCount', { count: mine }) : t('vote.mine')}
          </span>
        )}
        {onTake !== null && (
          <Button variant="quiet" aria-label={t('vote.takeFrom', { title })} onClick={() => onTake(cluster.id)}>
            {t('vote.take')}
          </Button>
        )}
        {onPlace !== null && (
          <Button className={css.voteButton} aria-label={t('vote.voteFor', { title })} onClick={() => onPlace(cluster.id)}>
            {t('vote.vote')}
          </Button>
        )}
      </div>
    </li>
  )
}
