import type { BoardView, Horizon, Note, NoteId, Watched } from '@groundswell/shared'

/** A reveal whose notes are coming in. */
export interface Arrival {
  readonly horizons: readonly Horizon[]
  /** This device's clock, in milliseconds: what is seen first after `until` simply stands there. */
  readonly from: number
  readonly until: number
}

export interface ArrivalClock {
  readonly now: () => number
  /** Calls back again and again; returns its own end. */
  readonly often: (changed: () => void) => () => void
}

/** All of a reveal's notes have come within this many milliseconds. */
const SPREAD = 1_800

const browserClock: ArrivalClock = {
  now: () => Date.now(),
  often: (changed) => {
    const timer = setInterval(changed, 60)
    return () => clearInterval(timer)
  },
}

/** A number from 0 to 1 that looks random and is the same on every device. */
function chanceOf(id: string): number {
  let hash = 2_166_136_261
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}

const comesWith = ({ horizons }: Arrival, note: Note): boolean =>
  note.round === 1 && !note.late && note.place[0] === null && horizons.includes(note.horizon)

/** The board without the notes that have not come in yet. */
function without(view: BoardView, waiting: ReadonlyMap<NoteId, number>): BoardView {
  const stays = <T>(map: ReadonlyMap<NoteId, T>) => new Map([...map].filter(([id]) => !waiting.has(id)))
  return { ...view, notes: stays(view.notes), at: stays(view.at), loose: view.loose.filter(({ id }) => !waiting.has(id)) }
}

/**
 * Lets the notes of a reveal come in one by one, in mixed order. It only holds back what is shown, for two seconds at most;
 * `arrival` answers null where nothing is being revealed and where motion is not wanted.
 */
export function staggered(
  board: Watched<BoardView>,
  arrival: () => Arrival | null,
  clock: ArrivalClock = browserClock,
): Watched<BoardView> {
  const comesAt = new Map<NoteId, number>()
  let last: { readonly view: BoardView; readonly waiting: number; readonly shown: BoardView } | null = null
  /** The notes still to come, by when. Each is given its time when it is first seen. */
  const look = (view: BoardView): ReadonlyMap<NoteId, number> => {
    const now = clock.now()
    const coming = arrival()
    const open = coming !== null && now < coming.until
    if (!open && comesAt.size === 0) return comesAt
    for (const note of view.loose) {
      if (!open || comesAt.has(note.id) || !comesWith(coming, note)) continue
      comesAt.set(note.id, Math.max(now, coming.from) + chanceOf(note.id) * SPREAD)
    }
    const waiting = new Map([...comesAt].filter(([, at]) => at > now))
    if (!open && waiting.size === 0) comesAt.clear()
    return waiting
  }
  const get = (): BoardView => {
    const view = board.get()
    const waiting = look(view)
    if (last?.view === view && last.waiting === waiting.size) return last.shown
    last = { view, waiting: waiting.size, shown: waiting.size === 0 ? view : without(view, waiting) }
    return last.shown
  }
  return {
    get,
    subscribe: (changed) => {
      let shown = get()
      const tell = () => {
        if (get() === shown) return
        shown = get()
        changed()
      }
      const stops = [board.subscribe(tell), clock.often(tell)]
      return () => stops.forEach((stop) => stop())
    },
  }
}
