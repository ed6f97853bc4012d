import {
  clusterTitle,
  FOCUS_TYPES,
  LIMITS,
  setFocus,
  type ClusterId,
  type ClusterView,
  type FocusType,
  type Note,
  type Theme,
} from '@groundswell/shared'
import { Ellipsis } from 'lucide-react'
import { memo, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { FlagButton } from '../deal/index.ts'
import { FocusBadge, SplitBar } from '../parts/index.ts'
import { useSharedText } from '../session/index.ts'
import { Badge, IconButton, Menu, Select, TextArea, type MenuItem } from '../ui/index.ts'
import css from './BoardList.module.css'

export interface ClusterActs {
  readonly merge: (cluster: ClusterView) => void
  readonly dissolve: (cluster: ClusterView) => void
  /** Null for people who may not mark themes. */
  readonly mark: ((cluster: ClusterView) => void) | null
  /** For facilitators: asks everyone to look at this cluster, or opens a private note about it. */
  readonly show: ((cluster: ClusterView, how: 'show' | 'note') => void) | null
}

export interface ClusterCardProps {
  readonly cluster: ClusterView
  readonly doc: Y.Doc
  readonly year: number
  readonly theme: Theme | null
  /** Who took the theme, in words; empty while nobody has. */
  readonly taken: string
  /** How many want this cluster looked at again; null while that is not asked. */
  readonly flags: number | null
  readonly flagged: boolean
  readonly onFlag: (cluster: ClusterId, on: boolean) => void
  readonly canWrite: boolean
  readonly acts: ClusterActs
  readonly renderNote: (note: Note) => ReactNode
}

const sameNotes = (a: ClusterView, b: ClusterView): boolean =>
  a.notes.length === b.notes.length && a.notes.every((note, index) => note === b.notes[index])

/** A cluster view is made anew with every change of the board; only what is shown of it counts. */
function isSame(before: ClusterCardProps, after: ClusterCardProps): boolean {
  const { cluster: a, ...restBefore } = before
  const { cluster: b, ...restAfter } = after
  const keys = Object.keys(restAfter) as (keyof typeof restAfter)[]
  return (
    a.id === b.id &&
    a.title === b.title &&
    a.focus === b.focus &&
    sameNotes(a, b) &&
    keys.every((key) => restBefore[key] === restAfter[key])
  )
}

/** A cluster with its title, focus, split and notes, in reading order. */
export const ClusterCard = memo(function ClusterCard(props: ClusterCardProps) {
  const { cluster, doc, year, theme, taken, flags, flagged, onFlag, canWrite, acts, renderNote } = props
  const { t } = useTranslation('list')
  return (
    <section className={css.cluster} data-item={cluster.id} aria-label={cluster.title || t('cluster.untitled')}>
      {!canWrite && cluster.focus !== null && (
        <div>
          <FocusBadge focus={cluster.focus} />
        </div>
      )}
      <div className={css.clusterHead}>
        {canWrite ? <TitleField cluster={cluster} doc={doc} /> : <h3>{cluster.title || t('cluster.untitled')}</h3>}
        {(canWrite || acts.show !== null) && (
          <ClusterMenu cluster={cluster} isTheme={theme !== null} canWrite={canWrite} acts={acts} />
        )}
      </div>
      <div className={css.clusterFacts}>
        {canWrite && <FocusField cluster={cluster} doc={doc} />}
        {theme !== null && (
          <Badge tone="accent">{taken === '' ? t('cluster.isTheme') : `${t('cluster.isTheme')} · ${taken}`}</Badge>
        )}
        <SplitBar current={cluster.current} ideal={cluster.ideal} year={year} />
      </div>
      {flags !== null && (
        <div className={css.clusterFlag}>
          <FlagButton title={cluster.title} on={flagged} onFlag={(on) => onFlag(cluster.id, on)} />
          {flags > 0 && <span className={css.quiet}>{t('deal.flags', { count: flags })}</span>}
        </div>
      )}
      {cluster.notes.length === 0 ? (
        <p className={css.quiet}>{t('cluster.empty')}</p>
      ) : (
        <ul className={css.notes}>{cluster.notes.map(renderNote)}</ul>
      )}
    </section>
  )
}, isSame)

function TitleField({ cluster, doc }: { readonly cluster: ClusterView; readonly doc: Y.Doc }) {
  const { t } = useTranslation('list')
  const title = useSharedText(clusterTitle(doc, cluster.id))
  // A title is one line of words that may wrap on a narrow screen.
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.blur()
  }
  return (
    <TextArea
      {...title}
      rows={1}
      className={css.titleField}
      onKeyDown={onKeyDown}
      aria-label={t('cluster.title')}
      placeholder={t('cluster.titlePlaceholder')}
      maxLength={LIMITS.title}
    />
  )
}

const NONE = 'none'
type FocusChoice = FocusType | typeof NONE

function FocusField({ cluster, doc }: { readonly cluster: ClusterView; readonly doc: Y.Doc }) {
  const { t } = useTranslation(['list', 'steps'])
  const options: readonly { readonly value: FocusChoice; readonly label: string }[] = [
    { value: NONE, label: t('list:cluster.focusNone') },
    ...FOCUS_TYPES.map((focus) => ({ value: focus, label: t(`steps:focus.${focus}`) })),
  ]
  return (
    <label className={css.focusField}>
      <span>{t('list:cluster.focus')}</span>
      <Select<FocusChoice>
        value={cluster.focus ?? NONE}
        onChange={(next) => setFocus(doc, cluster.id, next === NONE ? null : next)}
        options={options}
      />
    </label>
  )
}

interface ClusterMenuProps {
  readonly cluster: ClusterView
  readonly isTheme: boolean
  readonly canWrite: boolean
  readonly acts: ClusterActs
}

function ClusterMenu({ cluster, isTheme, canWrite, acts }: ClusterMenuProps) {
  const { t } = useTranslation('list')
  const { mark, show } = acts
  const writing: readonly MenuItem[] = [
    { key: 'merge', label: t('cluster.merge'), onSelect: () => acts.merge(cluster) },
    ...(mark === null || isTheme ? [] : [{ key: 'mark', label: t('cluster.mark'), onSelect: () => mark(cluster) }]),
    { key: 'dissolve', label: t('cluster.dissolve'), onSelect: () => acts.dissolve(cluster) },
  ]
  const items: readonly MenuItem[] = [
    ...(canWrite ? writing : []),
    ...(show === null
      ? []
      : [
          { key: 'show', label: t('showAll'), onSelect: () => show(cluster, 'show') },
          { key: 'note', label: t('privateNote'), onSelect: () => show(cluster, 'note') },
        ]),
  ]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('cluster.more', { title: cluster.title || t('cluster.untitled') })}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
      items={items}
    />
  )
}
