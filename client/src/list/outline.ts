import {
  isStack,
  type BoardView,
  type ClusterId,
  type ClusterView,
  type Horizon,
  type Note,
  type NoteId,
} from '@groundswell/shared'

/** The board as a list shows it, after filtering by words. */
export interface Outline {
  readonly loose: Readonly<Record<Horizon, readonly Note[]>>
  /** In the order they were made in, which does not change while people work. A cluster whose title matches keeps all its notes. */
  readonly clusters: readonly ClusterView[]
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** True when every word of `query` is in `text`; case and accents do not matter. */
export function matches(text: string, query: string): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const folded = fold(text)
  return words.every((word) => folded.includes(word))
}

/** Largest first, as in a list to pick from. */
export const bySize = (a: ClusterView, b: ClusterView): number => b.notes.length - a.notes.length || (a.id < b.id ? -1 : 1)

function narrowed(cluster: ClusterView, query: string): ClusterView | null {
  if (matches(cluster.title, query)) return cluster
  const notes = cluster.notes.filter((note) => matches(note.text, query))
  return notes.length === 0 ? null : { ...cluster, notes }
}

export function outline(view: BoardView, query: string): Outline {
  const wanted = query.trim()
  const found = wanted === '' ? view.loose : view.loose.filter((note) => matches(note.text, wanted))
  const clusters = [...view.clusters.values()]
  return {
    loose: {
      current: found.filter((note) => note.horizon === 'current'),
      ideal: found.filter((note) => note.horizon === 'ideal'),
    },
    clusters:
      wanted === '' ? clusters : clusters.map((cluster) => narrowed(cluster, wanted)).filter((cluster) => cluster !== null),
  }
}

/** The beginning of an outline: at most `limit` notes of each side, and so many clusters as hold that many notes. */
export function firstOf({ loose, clusters }: Outline, limit: number): Outline {
  if (limit === Infinity) return { loose, clusters }
  let room = limit
  const some = clusters.filter((cluster) => {
    const fits = room > 0
    room -= cluster.notes.length
    return fits
  })
  return { loose: { current: loose.current.slice(0, limit), ideal: loose.ideal.slice(0, limit) }, clusters: some }
}

/** Clusters to pick from: those whose titles match, the likely ones first and in their order, then the largest. */
export function pickable(
  view: BoardView,
  query: string,
  except: string | null,
  likely: readonly ClusterId[] = [],
): readonly ClusterView[] {
  const rank = ({ id }: ClusterView): number => (likely.includes(id) ? likely.indexOf(id) : likely.length)
  return [...view.clusters.values()]
    .filter((cluster) => cluster.id !== except && matches(cluster.title, query))
    .sort((a, b) => rank(a) - rank(b) || bySize(a, b))
}

/**
 * The outline for reading together: of notes that say the same, the first one stands among the loose ones, and
 * `same` holds all of them.
 */
export function withStacksLaid(outlined: Outline): {
  readonly outline: Outline
  readonly same: ReadonlyMap<NoteId, readonly Note[]>
} {
  const same = new Map<NoteId, readonly Note[]>()
  const laid: Note[] = []
  for (const { notes } of outlined.clusters.filter(isStack)) {
    const [first] = notes
    if (first === undefined) continue
    laid.push(first)
    same.set(first.id, notes)
  }
  const side = (horizon: Horizon) => [...outlined.loose[horizon], ...laid.filter((note) => note.horizon === horizon)]
  const clusters = outlined.clusters.filter((cluster) => !isStack(cluster))
  return { outline: { loose: { current: side('current'), ideal: side('ideal') }, clusters }, same }
}
