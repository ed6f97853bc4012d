import { LIMITS, type BoardView, type ClusterView, type NoteId } from '@groundswell/shared'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FocusBadge } from '../parts/index.ts'
import { useLikely } from '../suggest/index.ts'
import { Badge, Button, Dialog, TextInput } from '../ui/index.ts'
import css from './BoardList.module.css'
import { pickable } from './outline.ts'

export interface ClusterPickerProps {
  readonly title: string
  /** The notes that are to be put somewhere: by them the likely clusters come first. */
  readonly notes: readonly NoteId[]
  readonly view: BoardView
  /** The cluster that cannot be picked, because it is the one being merged. */
  readonly except: string | null
  readonly onPick: (cluster: ClusterView) => void
  /** Null where a new cluster makes no sense. Gets the title typed so far, which may be empty. */
  readonly onNew: ((title: string) => void) | null
  readonly onClose: () => void
}

const NO_CLUSTERS: readonly ClusterView[] = []

/** "Put in…": search, the likely clusters, the others by size, and a new one. The same for phone, keyboard, switch and screen reader. */
export function ClusterPicker({ title, notes, view, except, onPick, onNew, onClose }: ClusterPickerProps) {
  const { t } = useTranslation('list')
  const [query, setQuery] = useState('')
  const likely = useLikely(notes, view, except)
  // Nothing to pick until the order is settled: it would change under the finger.
  const found = likely === null ? NO_CLUSTERS : pickable(view, query, except, likely)
  const first = found[0]
  const typed = query.trim()
  const pickFirst = () => {
    if (likely === null) return
    if (first !== undefined) onPick(first)
    else if (onNew !== null && typed !== '') onNew(typed)
  }
  return (
    <Dialog open onClose={onClose} title={title} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
      <form
        className={css.picker}
        onSubmit={(event) => {
          event.preventDefault()
          pickFirst()
        }}
      >
        <TextInput
          type="search"
          value={query}
          onChange={setQuery}
          maxLength={LIMITS.title}
          aria-label={t('pick.search')}
          placeholder={t('pick.search')}
        />
        {onNew !== null && (
          <Button className={css.pickNew} onClick={() => onNew(typed)}>
            <Plus aria-hidden="true" /> {typed === '' ? t('pick.new') : t('pick.newNamed', { title: typed })}
          </Button>
        )}
        <ul className={css.picks}>
          {found.map((cluster) => (
            <li key={cluster.id}>
              <Button variant="quiet" className={css.pick} onClick={() => onPick(cluster)}>
                <span className={css.pickTitle}>{cluster.title || firstWords(cluster) || t('cluster.untitled')}</span>
                {likely?.includes(cluster.id) === true && <Badge tone="accent">{t('pick.likely')}</Badge>}
                {cluster.focus !== null && <FocusBadge focus={cluster.focus} />}
                <span className={css.pickCount}>{t('count', { count: cluster.notes.length })}</span>
              </Button>
            </li>
          ))}
        </ul>
        {likely !== null && found.length === 0 && typed !== '' && <p className={css.quiet}>{t('pick.none')}</p>}
      </form>
    </Dialog>
  )
}

/** A cluster without a title is known by its first note. */
function firstWords(cluster: ClusterView): string {
  const text = cluster.notes[0]?.text ?? ''
  return text === '' ? '' : `“${text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text}”`
}
