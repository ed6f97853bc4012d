import type { Command, CommandAnswer, DocumentRef, Seat, SessionId } from '@groundswell/shared'
import { formatDocumentName } from '@groundswell/shared'
import type { Character } from './cast.ts'

/** What simulated people are told when they start. It crosses to their thread as plain data. */
export interface CrowdOrders {
  /** The server's own HTTP address on this machine, without a slash at the end. */
  readonly base: string
  readonly session: SessionId
  readonly code: string
  readonly people: number
  readonly language: 'en' | 'es'
  readonly seed: number
}

/** One person's way in: a seat like everybody's, kept fresh. */
export interface Door {
  readonly seat: () => Seat
  readonly command: (command: Command) => Promise<CommandAnswer | null>
  readonly address: (ref: DocumentRef) => string
  /** Renews the token when it is about to end. */
  readonly keep: (now: number) => Promise<void>
}

const SOON_MS = 2 * 60_000

async function post<T>(url: string, body: unknown, token?: string): Promise<T | null> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }
  try {
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return answer.ok ? ((await answer.json()) as T) : null
  } catch {
    return null
  }
}

/** Joins by the code, as anybody would. Null when the session takes nobody. */
export async function enter({ base, session, code }: CrowdOrders, { name, jobRole }: Character): Promise<Door | null> {
  const path = `${base}/api/sessions/${session}`
  const first = await post<Seat>(`${path}/join`, { code, name, jobRole, device: 'person', heads: 1 })
  // With a lobby one would be asked to wait: nobody of these knocks.
  if (first === null || !('token' in first)) return null
  let seat = first
  let acts = 0
  return {
    seat: () => seat,
    command: (command) => post(`${path}/commands`, { id: `rehearsal-${++acts}`, command }, seat.token),
    address: (ref) =>
      `${base.replace(/^http/, 'ws')}/sync/${encodeURIComponent(formatDocumentName({ session, ref, epoch: 1 }))}?ext=1&token=${seat.token}`,
    async keep(now) {
      if (seat.expires - now > SOON_MS) return
      const fresh = await post<Seat>(`${path}/refresh`, { key: seat.key })
      if (fresh !== null) seat = { ...fresh, key: seat.key }
    },
  }
}
