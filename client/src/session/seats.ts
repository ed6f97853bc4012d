import { isId, type PersonId, type Seat, type SessionId, type SessionRole } from '@groundswell/shared'

/** What a device remembers of a session it was in. */
export interface RememberedSeat {
  readonly seat: Seat
  readonly title: string
  readonly name: string
  /** Milliseconds since 1970 on this device's clock. */
  readonly lastUsed: number
}

export interface Seats {
  /** Latest first. */
  readonly all: () => readonly RememberedSeat[]
  readonly get: (session: SessionId) => RememberedSeat | null
  readonly remember: (seat: RememberedSeat) => void
  readonly forget: (session: SessionId) => void
}

const PREFIX = 'groundswell.seat.'
const ROLES: readonly SessionRole[] = ['facilitator', 'participant', 'display']

type Loose = Readonly<Record<string, unknown>>
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

function readSeat(value: unknown): Seat | null {
  if (!isLoose(value) || !isId(value['session']) || !isId(value['person'])) return null
  const role = ROLES.find((known) => known === value['role'])
  if (role === undefined || text(value['key']) === '') return null
  return {
    session: value['session'] as SessionId,
    person: value['person'] as PersonId,
    role,
    key: text(value['key']),
    token: text(value['token']),
    expires: number(value['expires']),
    now: number(value['now']),
  }
}

/** Reads one entry; null for anything that an older or a broken version may have left. */
function readRemembered(json: string | null): RememberedSeat | null {
  try {
    const value: unknown = JSON.parse(json ?? 'null')
    if (!isLoose(value)) return null
    const seat = readSeat(value['seat'])
    return seat && { seat, title: text(value['title']), name: text(value['name']), lastUsed: number(value['lastUsed']) }
  } catch {
    return null
  }
}

/** Seats in the browser's storage, one entry per session. Where nothing can be stored they last as long as the page. */
export function createSeats(storage: Storage | null): Seats {
  const held = new Map<string, RememberedSeat>()
  for (const key of storage ? Object.keys(storage) : []) {
    const found = key.startsWith(PREFIX) ? readRemembered(storage?.getItem(key) ?? null) : null
    if (found) held.set(found.seat.session, found)
  }
  return {
    all: () => [...held.values()].sort((a, b) => b.lastUsed - a.lastUsed),
    get: (session) => held.get(session) ?? null,
    remember: (entry) => {
      held.set(entry.seat.session, entry)
      attempt(() => storage?.setItem(PREFIX + entry.seat.session, JSON.stringify(entry)))
    },
    forget: (session) => {
      held.delete(session)
      attempt(() => storage?.removeItem(PREFIX + session))
    },
  }
}

function attempt(act: () => void): void {
  try {
    act()
  } catch {
    // Full or forbidden: what is held in memory serves this page.
  }
}

/** The browser's storage, or null where even asking for it is forbidden. */
export function browserStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
