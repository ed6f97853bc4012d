import type { SessionId } from './ids.ts'

/** With how many simulated people one can rehearse. */
export const REHEARSAL_SIZES = [8, 20, 60] as const
export type RehearsalSize = (typeof REHEARSAL_SIZES)[number]

/** `human` is the pace of a room, `fast` some six times that. */
export const REHEARSAL_PACES = ['human', 'fast'] as const
export type RehearsalPace = (typeof REHEARSAL_PACES)[number]

/** `stopped`: the simulated people are gone, what they wrote is still there. */
export const REHEARSAL_STATES = ['running', 'paused', 'stopped'] as const
export type RehearsalState = (typeof REHEARSAL_STATES)[number]

/** A session whose people are simulated; every screen of it says so (SPEC H1). */
export interface Rehearsal {
  /** The session it was made from; null once it was read from a file. */
  readonly of: SessionId | null
  /** How many simulated people. */
  readonly people: number
  readonly state: RehearsalState
  readonly pace: RehearsalPace
  /** When it is deleted at the latest, server clock, milliseconds since 1970; 0 for one read from a file, which stays. */
  readonly endsAt: number
}

/** Body of `POST /api/sessions/:id/rehearsal`. The answer is the facilitator's seat in a session of its own. */
export interface StartRehearsal {
  readonly people: RehearsalSize
}

/** Commands in a rehearsal, for its facilitators. Ending it deletes it. */
export type RehearsalCommand =
  | { readonly type: 'rehearsal.set'; readonly state: Exclude<RehearsalState, 'stopped'>; readonly pace: RehearsalPace }
  | { readonly type: 'rehearsal.end' }

/** A rehearsal as its file has it: nobody is simulated there any more, and what was written by nobody stays marked. */
export const keptRehearsal = (people: number): Rehearsal | null =>
  people === 0 ? null : { of: null, people, state: 'stopped', pace: 'human', endsAt: 0 }
