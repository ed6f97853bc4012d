import type { ClusterId, NoteId, PersonId } from './ids.ts'

/** A hand goes back to the pile so long after its holder last did anything, in milliseconds. */
export const HAND_MS = 3 * 60_000
/** Fewer notes are no work for a table, more are not taken in at once. */
export const HAND_SIZE = { least: 12, most: 20 } as const
/** From so many loose notes and so many people on, dealing is offered: fewer look at one board together. */
export const DEAL_FROM = { notes: 60, people: 16 } as const
/** More people who merge at once would be a crowd around one board again. */
export const CURATORS = { least: 2, most: 3 } as const

/** Loose notes that one person or table has claimed. Guidance and a mark for others, never a lock. */
export interface Hand {
  readonly person: PersonId
  readonly notes: readonly NoteId[]
}

/** How many asked that a cluster be looked at again. Never who. */
export interface ClusterFlags {
  readonly cluster: ClusterId
  readonly count: number
}

/** How a large group works on one board: each with a hand of their own, then a few who merge while the others read and flag. */
export type Dealing =
  | { readonly state: 'off' }
  | { readonly state: 'hands' }
  | { readonly state: 'curating'; readonly curators: readonly PersonId[]; readonly flags: readonly ClusterFlags[] }

export const NOT_DEALING: Dealing = { state: 'off' }

export type DealCommand =
  | { readonly type: 'deal.set'; readonly state: 'off' | 'hands' }
  | { readonly type: 'deal.curate'; readonly curators: readonly PersonId[] }
  /** The next hand; the one before goes back to the pile. */
  | { readonly type: 'hand.take' }
  /** Its holder is still busy with it. */
  | { readonly type: 'hand.keep' }
  | { readonly type: 'hand.return' }
  | { readonly type: 'cluster.flag'; readonly cluster: ClusterId; readonly on: boolean }

/** How many notes each gets when `notes` are shared out among `takers`: the same for all, however late one comes. */
export const handSize = (notes: number, takers: number): number =>
  Math.min(HAND_SIZE.most, Math.max(HAND_SIZE.least, Math.ceil(notes / Math.max(1, takers))))

/** The loose notes that nobody holds, in their order. */
export function pileOf(loose: readonly NoteId[], hands: readonly Pick<Hand, 'notes'>[]): readonly NoteId[] {
  const held = new Set(hands.flatMap(({ notes }) => notes))
  return loose.filter((note) => !held.has(note))
}

/** Whether a group is so large that sharing the notes out helps (SPEC M4). */
export const isWorthDealing = (loose: number, people: number): boolean => loose >= DEAL_FROM.notes && people >= DEAL_FROM.people

/** Those who may change the board while the step lets people change it; null for everyone. */
export const curatorsOf = (dealing: Dealing): readonly PersonId[] | null =>
  dealing.state === 'curating' ? dealing.curators : null
