import type { SessionId } from '../ids.ts'
import { isRecord, readId, readNumber, readOneOf, readWhole } from '../read.ts'
import { REHEARSAL_PACES, REHEARSAL_STATES, type Rehearsal } from '../rehearsal.ts'

const MOST = 1_000

/** Any value gives a rehearsal or none (SPEC S1). */
export const readRehearsal = (value: unknown): Rehearsal | null =>
  isRecord(value)
    ? {
        of: readId<SessionId>(value['of']),
        people: readWhole(value['people'], 1, 1, MOST),
        state: readOneOf(value['state'], REHEARSAL_STATES, 'stopped'),
        pace: readOneOf(value['pace'], REHEARSAL_PACES, 'human'),
        endsAt: readNumber(value['endsAt']),
      }
    : null
