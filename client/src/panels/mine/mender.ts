import { API_ERRORS, isId, type ApiErrorCode, type Command, type NoteId, type Result, type Watched } from '@groundswell/shared'

/** New words for an own note, and how far they have got. They stay on this device until the server has them. */
export type Mending = {
  /** What the note read when its writer began. */
  readonly from: string
  readonly text: string
} & (
  | { readonly how: 'writing' | 'sending' | 'saved' }
  /** No connection: sent as soon as there is one. */
  | { readonly how: 'waiting' }
  | { readonly how: 'refused'; readonly error: ApiErrorCode }
)

export type Mendings = ReadonlyMap<NoteId, Mending>

/** The words that a person is putting right. */
export interface Mender extends Watched<Mendings> {
  readonly write: (note: NoteId, words: { readonly from: string; readonly text: string }) => void
  readonly drop: (note: NoteId) => void
  readonly send: (note: NoteId) => Promise<void>
  /** Tries once more to send what could not be sent before, and answers how each ended. Nothing while it is trying already. */
  readonly sendWaiting: () => Promise<readonly Mending['how'][]>
}

export interface MenderOptions {
  readonly storage: Storage | null
  readonly key: string
  readonly command: (command: Command) => Promise<Result<unknown, ApiErrorCode>>
}

export function createMender({ storage, key, command }: MenderOptions): Mender {
  const listeners = new Set<() => void>()
  let all: Mendings = load(storage, key)
  const set = (next: Mendings) => {
    all = next
    save(storage, key, next)
    for (const listener of listeners) listener()
  }
  const put = (note: NoteId, mending: Mending) => set(new Map(all).set(note, mending))
  const drop = (note: NoteId) => set(new Map([...all].filter(([id]) => id !== note)))
  /** Tries once. Words that were changed meanwhile are newer than the answer, and stay as they are. */
  const attempt = async (note: NoteId, words: Mending): Promise<Mending['how']> => {
    const { from, text } = words
    const answer = await command({ type: 'note.mend', note, from, text })
    if (all.get(note) !== words) return 'writing'
    const then: Mending = answer.ok
      ? { from, text, how: 'saved' }
      : answer.error === 'unavailable'
        ? { from, text, how: 'waiting' }
        : { from, text, how: 'refused', error: answer.error }
    put(note, then)
    return then.how
  }
  const send = async (note: NoteId): Promise<void> => {
    const words = all.get(note)
    if (words === undefined || words.how === 'sending') return
    const sending: Mending = { from: words.from, text: words.text, how: 'sending' }
    put(note, sending)
    await attempt(note, sending)
  }
  let trying = false
  const sendWaiting = async (): Promise<readonly Mending['how'][]> => {
    if (trying) return []
    trying = true
    const ends: Mending['how'][] = []
    for (const [note, words] of all) if (words.how === 'waiting') ends.push(await attempt(note, words))
    trying = false
    return ends
  }
  return {
    get: () => all,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    write: (note, { from, text }) => put(note, { from, text, how: 'writing' }),
    drop,
    send,
    sendWaiting,
  }
}

/** What is kept of each: `[note, from, text, waits to be sent, why it was refused]`. */
type Kept = readonly [NoteId, string, string, boolean, ApiErrorCode | null]

function save(storage: Storage | null, key: string, all: Mendings): void {
  const kept = [...all].filter(([, { how }]) => how !== 'saved')
  try {
    if (kept.length === 0) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(kept.map(toKept)))
  } catch {
    // Full or forbidden: they last as long as the page.
  }
}

// A page that dies while it sends cannot know how that ended; doing it again changes nothing.
const toKept = ([note, mending]: readonly [NoteId, Mending]): Kept => [
  note,
  mending.from,
  mending.text,
  mending.how === 'sending' || mending.how === 'waiting',
  mending.how === 'refused' ? mending.error : null,
]

function load(storage: Storage | null, key: string): Mendings {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
    return new Map(Array.isArray(stored) ? stored.map(fromKept).filter((entry) => entry !== null) : [])
  } catch {
    return new Map()
  }
}

function fromKept(value: unknown): readonly [NoteId, Mending] | null {
  if (!Array.isArray(value)) return null
  const [note, from, text, waits, refused] = value as readonly unknown[]
  if (!isId(note) || typeof from !== 'string' || typeof text !== 'string') return null
  const error = API_ERRORS.find((code) => code === refused)
  const how: Mending =
    error !== undefined ? { from, text, how: 'refused', error } : { from, text, how: waits === true ? 'waiting' : 'writing' }
  return [note as NoteId, how]
}
