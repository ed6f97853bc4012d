import type { StorageState } from '@groundswell/shared/wire'
import type { SavedState } from './contract.ts'

type Refusal = Extract<SavedState, { state: 'refused' }>['reason']

/**
 * The line to the server. `opening` is the first attempt, or a reopening that was asked for: not worth alarming anyone.
 */
export type Line = 'opening' | 'open' | 'down'

/** Everything the words "Saved" or "Offline" follow from, for one document. Counts are of this device's own changes. */
export interface SavedFacts {
  readonly made: number
  /** Of those, how many are on the server's disk. */
  readonly durable: number
  /** Changes kept aside until editing is allowed again. */
  readonly held: number
  /** 1 while work from an ended epoch of the document waits to come in: how many changes it was is not known. */
  readonly carried: number
  readonly line: Line
  /** There is something true to show: the server's state, or a copy of it. */
  readonly ready: boolean
  readonly storage: StorageState
  readonly ended: Refusal | null
}

export const NOTHING_YET: SavedFacts = {
  made: 0,
  durable: 0,
  held: 0,
  carried: 0,
  line: 'opening',
  ready: false,
  storage: 'writable',
  ended: null,
}

export type SavedEvent =
  | { readonly type: 'made' }
  | { readonly type: 'durable'; readonly count: number }
  | { readonly type: 'line'; readonly line: Line }
  | { readonly type: 'ready' }
  | { readonly type: 'storage'; readonly storage: StorageState }
  | { readonly type: 'ended'; readonly reason: Refusal | null }
  /** What waits is put aside; counting starts anew in a fresh document. */
  | { readonly type: 'held' }
  /** What was put aside is part of the document again, or turned out to be stored. */
  | { readonly type: 'released' }
  /** Work from an epoch that has ended is not part of the document yet, or does not wait any more. */
  | { readonly type: 'carried'; readonly waits: boolean }

/** Changes that the server has not confirmed. */
export const waitingOf = (facts: SavedFacts): number => facts.made - facts.durable

export function reduceSaved(facts: SavedFacts, event: SavedEvent): SavedFacts {
  switch (event.type) {
    case 'made':
      return { ...facts, made: facts.made + 1 }
    case 'durable':
      // An answer can be late or repeated, and never takes back what was confirmed.
      return { ...facts, durable: Math.min(facts.made, Math.max(facts.durable, event.count)) }
    case 'line':
      return { ...facts, line: event.line, ready: facts.ready || event.line === 'open' }
    case 'ready':
      return { ...facts, ready: true }
    case 'storage':
      return { ...facts, storage: event.storage }
    case 'ended':
      return { ...facts, ended: event.reason }
    case 'held':
      return { ...facts, held: facts.held + waitingOf(facts), made: 0, durable: 0, line: 'opening', ready: false }
    case 'released':
      return { ...facts, held: 0 }
    case 'carried':
      return { ...facts, carried: event.waits ? 1 : 0 }
  }
}

/** The one place where facts become the state that people read. */
export function savedState(facts: SavedFacts): SavedState {
  const waiting = waitingOf(facts)
  if (facts.ended !== null) return { state: 'refused', reason: facts.ended }
  if (facts.storage !== 'writable' && waiting > 0) return { state: 'refused', reason: 'storage_full' }
  const aside = facts.held + facts.carried
  if (aside > 0) return { state: 'held', waiting: aside + waiting }
  if (facts.line === 'down') return { state: 'offline', waiting }
  if (!facts.ready) return { state: 'loading' }
  return waiting > 0 ? { state: 'saving', waiting } : { state: 'saved' }
}

/** Worst first. */
const ORDER = ['refused', 'held', 'offline', 'saving', 'loading', 'saved'] as const

const waitingIn = (state: SavedState): number => ('waiting' in state ? state.waiting : 0)

/** One state for many documents: the worst, with what waits in those that share it added up. */
export function worstSaved(states: readonly SavedState[]): SavedState {
  for (const name of ORDER) {
    const same = states.filter((candidate) => candidate.state === name)
    const [first] = same
    if (first === undefined) continue
    const waiting = same.reduce((sum, state) => sum + waitingIn(state), 0)
    return 'waiting' in first ? { ...first, waiting } : first
  }
  return { state: 'loading' }
}

export const sameSaved = (a: SavedState, b: SavedState): boolean =>
  a.state === b.state &&
  waitingIn(a) === waitingIn(b) &&
  (a.state !== 'refused' || b.state !== 'refused' || a.reason === b.reason)
