import {
  err,
  isId,
  ok,
  type Capability,
  type PersonId,
  type PlcId,
  type Result,
  type SessionId,
  type SessionRole,
} from '@groundswell/shared'
import { sameBytes, sign } from './secrets.ts'

/** How long a token is good for, milliseconds. The device's key gets a new one at any time. */
export const TOKEN_LIFE = 60 * 60 * 1000

export interface Tokens {
  issue(who: Omit<Capability, 'expires'>, now: number): { readonly token: string; readonly expires: number }
  /** Total: any string is a capability or `invalid`. */
  verify(token: string, now: number): Result<Capability, 'invalid'>
}

/** Longer than any token we issue; what is longer is not worth hashing. */
const LONGEST = 400

/** Signed capabilities: `<capability as base64url JSON>.<HMAC-SHA256 of it>`. */
export function createTokens(key: Uint8Array): Tokens {
  return {
    issue(who, now) {
      const expires = now + TOKEN_LIFE
      const body = Buffer.from(
        JSON.stringify([who.session, who.person, who.role, expires, ...(who.plc === undefined ? [] : [who.plc])]),
      ).toString('base64url')
      return { token: `${body}.${sign(key, body).toString('base64url')}`, expires }
    },
    verify(token, now) {
      const [body, mac, ...rest] = token.length > LONGEST ? [] : token.split('.')
      if (body === undefined || mac === undefined || rest.length > 0) return err('invalid')
      if (!sameBytes(sign(key, body), Buffer.from(mac, 'base64url'))) return err('invalid')
      const capability = readCapability(body)
      return capability === null || capability.expires <= now ? err('invalid') : ok(capability)
    },
  }
}

function readCapability(body: string): Capability | null {
  const value: unknown = JSON.parse(Buffer.from(body, 'base64url').toString())
  if (!Array.isArray(value)) return null
  const [session, person, role, expires, plc] = value as readonly unknown[]
  if (!isId(session) || !isId(person) || !isRole(role) || typeof expires !== 'number') return null
  if (plc !== undefined && !isId(plc)) return null
  const whole = { session: session as SessionId, person: person as PersonId, role, expires }
  return plc === undefined ? whole : { ...whole, plc: plc as PlcId }
}

const isRole = (value: unknown): value is SessionRole => value === 'facilitator' || value === 'participant' || value === 'display'
