import {
  createCluster,
  dissolveCluster,
  endOfCluster,
  freeSpot,
  mergeClusters,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  placeNotes,
  putIn,
  setAside,
  takenRects,
  type BoardView,
  type ClusterId,
  type ClusterView,
  type NoteId,
} from '@groundswell/shared'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentHandle } from '../session/index.ts'
import { newId } from '../session/index.ts'
import { useAnnounce } from '../ui/index.ts'
import { useLatest } from './use-latest.ts'

/** What can be done with the board from the list. Each says what it did, for those who do not see it happen. */
export interface BoardActs {
  readonly putIn: (notes: readonly NoteId[], cluster: ClusterId) => void
  readonly putInNew: (notes: readonly NoteId[], title: string) => void
  readonly takeOut: (note: NoteId) => void
  readonly setAside: (note: NoteId) => void
  readonly bringBack: (note: NoteId) => void
  readonly merge: (from: ClusterView, into: ClusterView) => void
  readonly dissolve: (cluster: ClusterId) => void
}

const NOTE_SIZE = { w: NOTE_WIDTH, h: NOTE_HEIGHT }
const CLUSTER_SIZE = { w: 480, h: 320 }

/** The acts stay the same objects while the board changes, so that 800 rows need not render again. */
export function useBoardActs(view: BoardView, handle: DocumentHandle): BoardActs {
  const { t } = useTranslation('list')
  const announce = useAnnounce()
  const latest = useLatest(view)
  const { doc, undo } = handle
  return useMemo(() => {
    /** Each act is one undo of its own, however fast they follow. */
    const act = (change: () => void, said: string) => {
      undo?.seal()
      change()
      undo?.seal()
      announce(said)
    }
    const titled = (title: string) => title || t('cluster.untitled')
    return {
      putIn: (notes, id) => {
        const cluster = latest().clusters.get(id)
        if (cluster === undefined) return
        const said = t('said.put', { count: notes.length, title: titled(cluster.title) })
        act(() => putIn(doc, notes, id, endOfCluster(cluster.notes)), said)
      },
      putInNew: (notes, title) => {
        const first = notes[0] === undefined ? undefined : latest().at.get(notes[0])
        const at = freeSpot(CLUSTER_SIZE, takenRects(latest()), first ?? { x: 0, y: 0 })
        const said = t('said.put', { count: notes.length, title: titled(title) })
        act(() => createCluster(doc, { id: newId<ClusterId>(), at, title }, notes), said)
      },
      takeOut: (note) => {
        const { at } = latest()
        const home = latest().clusters.get(latest().notes.get(note)?.place[0] ?? ('' as ClusterId))
        const wish = home === undefined ? (at.get(note) ?? { x: 0, y: 0 }) : { x: home.rect.x + home.rect.w + 40, y: home.rect.y }
        const spot = freeSpot(NOTE_SIZE, takenRects(latest()), wish)
        act(() => placeNotes(doc, [{ id: note, place: [null, spot.x, spot.y] }]), t('said.out'))
      },
      setAside: (note) => act(() => setAside(doc, note, true), t('said.aside')),
      bringBack: (note) => act(() => setAside(doc, note, false), t('said.back')),
      merge: (from, into) =>
        act(() => mergeClusters(doc, from.id, into.id), t('said.merged', { from: titled(from.title), into: titled(into.title) })),
      dissolve: (cluster) => act(() => dissolveCluster(doc, cluster), t('said.dissolved')),
    }
  }, [doc, undo, announce, t, latest])
}
