import {
  authorLine,
  type AttentionTarget,
  type BoardView,
  type ClusterId,
  type Horizon,
  type Note,
  type NoteId,
  type StageView,
} from '@groundswell/shared'
import { useCallback, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeal } from '../deal/index.ts'
import { useWords } from '../parts/index.ts'
import { useBoard, useStage } from '../session/index.ts'
import css from './BoardList.module.css'
import type { ClusterActs } from './ClusterCard.tsx'
import { ClusterColumn } from './ClusterColumn.tsx'
import { fatesOf, type Fate } from './fates.ts'
import { LooseNotes } from './LooseNotes.tsx'
import { NoteRow, type GroupActs, type NoteActs } from './NoteRow.tsx'
import { Opened, type Open } from './Opened.tsx'
import { firstOf, outline, withStacksLaid } from './outline.ts'
import { PartSwitch, type BoardPart } from './PartSwitch.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useBoardActs, type BoardActs } from './use-board-acts.ts'
import { useHolds } from './use-holds.ts'
import { useKeepFocus } from './use-keep-focus.ts'
import { useLiveNews } from './use-live-news.ts'
import { useReactions } from './use-reactions.ts'
import { useSelection } from './use-selection.ts'
import { useUndo } from './use-undo.ts'

export interface BoardListProps {
  /** What may be done: nothing; editing and setting aside; or everything. What may not be done has no control. */
  readonly can: 'read' | 'tend' | 'write'
  /** A new step opens on the half that it is about. */
  readonly step: string
  /** Facilitators may make a cluster a theme. */
  readonly canMark: boolean
  /** False while reading together: clusters come later and an empty half would only puzzle. */
  readonly showClusters?: boolean
  /** The side that the step is about stands first. */
  readonly first?: Horizon | null
  /** Stands in the toolbar, such as a way to add a note. */
  readonly tools?: ReactNode
  /** What everyone is to look at: the half that holds it is opened, once for each `seq`. */
  readonly canReact?: boolean
  /** For facilitators: asks everyone to look at a note or a cluster, or opens a private note about it. */
  readonly onShow?: ((target: AttentionTarget, how: 'show' | 'note') => void) | null
  readonly lookAt?: { readonly seq: number; readonly item: string } | null
  /** Follows a note to what became of it. */
  readonly onFate?: ((note: NoteId) => void) | null
}

/** Notes of a section and clusters that are drawn at once; the rest follows without holding up the page. */
const FIRST_ROWS = 24

const NOTHING: Open = { kind: 'nothing' }

export function BoardList(props: BoardListProps) {
  const {
    can,
    step,
    canMark,
    showClusters = true,
    first = null,
    tools,
    canReact = false,
    onShow = null,
    lookAt = null,
    onFate = null,
  } = props
  const canWrite = can === 'write'
  const { t } = useTranslation('list')
  const stage = useStage()
  const { view, handle } = useBoard()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<Open>(NOTHING)
  const [part, setPart] = useOwnPart(step)
  // Kept here and not in the row: a note that someone moves gets a new row, and its editor stays open.
  const [editing, setEditing] = useState<NoteId | null>(null)
  const root = useKeepFocus()
  const selection = useSelection(view)
  const boardActs = useBoardActs(view, handle)
  const undo = useUndo(can === 'read' ? null : handle.undo)
  const deferredQuery = useDeferredValue(query)
  const limit = useDeferredValue(Infinity, FIRST_ROWS)
  const { shown, same } = useShown(view, deferredQuery, limit, showClusters)
  const { hand, takenBy } = useHands()
  const fates = useMemo(() => fatesOf(stage, view), [stage, view])
  useLiveNews(view, handle.ready)
  useOpenFor(lookAt, view, (half) => {
    setQuery('')
    setPart(half)
  })
  const noteActs = useNoteActs(can, boardActs, selection.choose, setOpen, setEditing)
  const clusterActs = useClusterActs(canMark, boardActs, setOpen, onShow)
  const { of: reactionsOf, react } = useReactions(stage, canReact)
  const held = useHolds()
  const showNote = useMemo(
    () => (onShow === null ? null : (id: NoteId, how: 'show' | 'note') => onShow({ kind: 'note', id }, how)),
    [onShow],
  )
  const noteProps = useNoteProps(stage, fates, same, takenBy)
  const renderNote = useCallback(
    (note: Note) => (
      <NoteRow
        key={note.id}
        note={note}
        doc={handle.doc}
        {...noteProps(note)}
        chosen={selection.has(note.id)}
        editing={note.id === editing}
        acts={noteActs}
        heldBy={held.get(note.id) ?? ''}
        {...reactionsOf(note.id)}
        react={react}
        onShow={showNote}
        onFate={onFate}
      />
    ),
    [handle.doc, noteProps, selection, editing, noteActs, held, reactionsOf, react, showNote, onFate],
  )
  const shownPart = part ?? (view.loose.length === 0 ? 'clusters' : 'loose')
  // Once there are notes the half stays: it would switch under the finger when someone else places the last loose one.
  if (part === null && handle.ready && view.notes.size > 0) setPart(shownPart)
  // A hand that was just dealt is what one works on.
  const holds = hand.size > 0
  const [hadHand, setHadHand] = useState(false)
  if (holds !== hadHand) {
    setHadHand(holds)
    if (holds) setPart('loose')
  }
  const both = showClusters || view.clusters.size > same.size
  const empty = view.notes.size === 0
  const foundNothing =
    !empty && deferredQuery !== '' && shown.clusters.length + shown.loose.current.length + shown.loose.ideal.length === 0
  return (
    <div
      ref={root}
      className={css.list}
      data-part={shownPart}
      data-both={both || undefined}
      data-placed={view.loose.length === 0 || undefined}
    >
      {!empty && (
        <Toolbar
          query={query}
          onQuery={setQuery}
          asideCount={view.aside.length}
          onTray={() => setOpen({ kind: 'tray' })}
          undo={undo}
        >
          {tools}
        </Toolbar>
      )}
      {both && !empty && <PartSwitch part={shownPart} onPart={setPart} loose={view.loose.length} clusters={view.clusters.size} />}
      {empty && handle.ready && (
        <div className={css.emptyBoard}>
          <p className={css.quiet}>{t('emptyBoard')}</p>
          {tools}
        </div>
      )}
      {foundNothing && <p className={css.quiet}>{t('nothingFound', { text: query })}</p>}
      <div className={css.halves}>
        {!empty && (
          <LooseNotes
            loose={shown.loose}
            hand={hand}
            filtered={deferredQuery !== ''}
            stage={stage}
            heading={both}
            first={first ?? 'current'}
            renderNote={renderNote}
          />
        )}
        {both && !empty && (
          <ClusterColumn
            clusters={shown.clusters}
            none={view.clusters.size === 0}
            doc={handle.doc}
            year={stage.targetYear}
            fates={fates}
            canWrite={canWrite}
            acts={clusterActs}
            renderNote={renderNote}
          />
        )}
      </div>
      {canWrite && <SelectionBar selection={selection} onPut={(notes) => setOpen({ kind: 'put', notes })} />}
      <Opened open={open} onClose={() => setOpen(NOTHING)} acts={boardActs} onPut={selection.clear} canWrite={can !== 'read'} />
    </div>
  )
}

/** The half that this person looks at in this step; null until there is one. */
function useOwnPart(step: string) {
  const [own, setOwn] = useState<{ readonly step: string; readonly part: BoardPart } | null>(null)
  return [own?.step === step ? own.part : null, (part: BoardPart) => setOwn({ step, part })] as const
}

/** Notes that say the same, by the first of them. */
type Stacks = ReadonlyMap<NoteId, readonly Note[]>
const NO_STACKS: Stacks = new Map()

const NO_HAND: ReadonlySet<NoteId> = new Set()
const NOT_TAKEN: ReadonlyMap<NoteId, string> = new Map()

/** The notes of one's own hand, and who has claimed others. */
function useHands() {
  const deal = useDeal()
  return useMemo(() => {
    if (deal.state !== 'hands') return { hand: NO_HAND, takenBy: NOT_TAKEN }
    return { hand: deal.mine === null ? NO_HAND : new Set(deal.mine.left.map(({ id }) => id)), takenBy: deal.takenBy }
  }, [deal])
}

/** What is drawn; while reading together, notes that say the same are one. */
function useShown(view: BoardView, query: string, limit: number, showClusters: boolean) {
  return useMemo(() => {
    const all = outline(view, query)
    const laid = showClusters ? { outline: all, same: NO_STACKS } : withStacksLaid(all)
    return { shown: firstOf(laid.outline, limit), same: laid.same }
  }, [view, query, limit, showClusters])
}

/** Opens the half that holds what everyone is to look at. */
function useOpenFor(lookAt: BoardListProps['lookAt'], view: BoardView, open: (part: BoardPart) => void): void {
  useEffect(() => {
    if (!lookAt) return
    const place = view.notes.get(lookAt.item as NoteId)?.place[0] ?? null
    const inCluster = place !== null || view.clusters.has(lookAt.item as ClusterId)
    open(inCluster ? 'clusters' : 'loose')
    // oxlint-disable-next-line react/exhaustive-deps -- once for each call: the board goes on changing
  }, [lookAt?.seq])
}

function useNoteActs(
  can: BoardListProps['can'],
  acts: BoardActs,
  choose: GroupActs['choose'],
  setOpen: (open: Open) => void,
  setEditing: (note: NoteId | null) => void,
): NoteActs | null {
  return useMemo(() => {
    if (can === 'read') return null
    const group: GroupActs = { choose, putIn: (note) => setOpen({ kind: 'put', notes: [note] }), takeOut: acts.takeOut }
    return { group: can === 'write' ? group : null, setAside: acts.setAside, edit: setEditing }
  }, [can, acts, choose, setOpen, setEditing])
}

type Show = BoardListProps['onShow']

function useClusterActs(canMark: boolean, acts: BoardActs, setOpen: (open: Open) => void, show: Show): ClusterActs {
  return useMemo(
    () => ({
      merge: (cluster) => setOpen({ kind: 'merge', cluster }),
      dissolve: (cluster) => acts.dissolve(cluster.id),
      mark: canMark ? (cluster) => setOpen({ kind: 'mark', cluster }) : null,
      show: show ? (cluster, how) => show({ kind: 'cluster', id: cluster.id }, how) : null,
    }),
    [canMark, acts, setOpen, show],
  )
}

interface NoteWords {
  readonly horizon: string
  readonly author: string
  readonly fate: string
  readonly times: string
  readonly handOf: string
}

/** The words under a note. Equal words are equal strings, so a row that did not change is not rendered again. */
function useNoteProps(
  stage: StageView,
  fates: ReadonlyMap<string, Fate>,
  same: Stacks,
  takenBy: ReadonlyMap<NoteId, string>,
): (note: Note) => NoteWords {
  const { t } = useTranslation('list')
  const words = useWords(stage)
  const { naming, people } = stage
  return useCallback(
    (note) => {
      const fate = note.place[0] === null ? undefined : fates.get(note.place[0])
      return {
        horizon: words.horizon(note.horizon),
        author: [...new Set((same.get(note.id) ?? [note]).map((one) => authorLine({ naming, people }, one)))]
          .filter(Boolean)
          .join(', '),
        fate: fate === undefined ? '' : fateWords(t, fate),
        handOf: takenBy.get(note.id) ?? '',
        times: same.has(note.id) ? t('note.times', { count: same.get(note.id)?.length }) : '',
      }
    },
    [t, words, naming, people, fates, same, takenBy],
  )
}

const fateWords = (t: ReturnType<typeof useTranslation<'list'>>['t'], { theme, plcs }: Fate): string =>
  plcs.length === 0 ? t('note.fate', { theme: theme.title }) : t('note.fateTaken', { plcs: plcs.join(', ') })
