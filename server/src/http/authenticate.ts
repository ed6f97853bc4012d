import type { PlcId } from '@groundswell/shared'
import type { Request } from 'express'
import type { Tokens } from '../auth/tokens.ts'
import type { Member, Session } from '../session/facts.ts'
import type { SessionStore } from '../session/store.ts'
import { refusal } from './errors.ts'

export interface Caller {
  readonly session: Session
  readonly member: Member
  /** The only PLC that a seat from a check-in link is for; null for all others. */
  readonly plc: PlcId | null
}

/** Who calls, for the session in the address. Throws a refusal; the token's own role is never trusted, only the roster's. */
export type Authenticate = (request: Request, options?: { readonly tokenInAddress?: boolean }) => Caller

export function createAuthenticate(tokens: Tokens, sessions: Pick<SessionStore, 'get'>, now: () => number): Authenticate {
  return (request, { tokenInAddress = false } = {}) => {
    const token = bearer(request) ?? (tokenInAddress ? queryToken(request) : null)
    const verified = token === null ? null : tokens.verify(token, now())
    if (verified === null || !verified.ok) throw refusal('unauthorized', 'Sign in again: the token is missing, wrong or too old.')
    const { session: id, person, plc = null } = verified.value
    if (id !== request.params['id']) throw refusal('forbidden', 'This token is for another session.')
    const session = sessions.get(id)
    if (session === null) throw refusal('session_gone', 'This session has been deleted.')
    const member = session.members.get(person)
    if (member === undefined || member.removed) throw refusal('unauthorized', 'You are no longer part of this session.')
    // A link that is handed around must not grow into a facilitator's rights.
    if (plc !== null && member.role !== 'participant')
      throw refusal('unauthorized', 'This link does not open the session any more.')
    return { session, member, plc }
  }
}

const bearer = (request: Request): string | null => /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null

/** A download by a plain link cannot send a header. */
const queryToken = ({ query }: Request): string | null => (typeof query['token'] === 'string' ? query['token'] : null)
