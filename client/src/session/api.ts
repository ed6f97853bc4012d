import {
  API_ERRORS,
  err,
  ok,
  type ApiErrorCode,
  type CheckInCard,
  type ClientConfig,
  type CommandAnswer,
  type CommandRequest,
  type CreateSession,
  type EpochSeamText,
  type FacilitatorSeat,
  type JoinSession,
  type Knock,
  type LobbyAnswer,
  type MyFacts,
  type PersonId,
  type Result,
  type Seat,
  type SessionCard,
  type SessionId,
  type StartRehearsal,
} from '@groundswell/shared'
import type { ServerClock } from './clock.ts'

export type Answer<T> = Promise<Result<T, ApiErrorCode>>

/** Requests of someone who is in no session yet. Nothing here throws; every failure is a code that has a sentence. */
export interface Api {
  readonly create: (body: CreateSession) => Answer<FacilitatorSeat>
  readonly openExample: () => Answer<FacilitatorSeat>
  /** `file` is a session file as exported. */
  readonly importSession: (file: Blob) => Answer<FacilitatorSeat>
  readonly recover: (secret: string) => Answer<FacilitatorSeat>
  /** Whose room a check-in link opens. */
  readonly lookAtCheckIn: (secret: string) => Answer<CheckInCard>
  readonly checkIn: (secret: string, person: PersonId) => Answer<Seat>
  readonly openDisplay: (secret: string) => Answer<Seat>
  readonly findCode: (code: string) => Answer<SessionCard>
  readonly join: (session: SessionId, body: JoinSession) => Answer<Seat | Knock>
  /** How it stands with somebody who has knocked. */
  readonly lobby: (session: SessionId, key: string) => Answer<LobbyAnswer>
  /** A new token for a seat, by its key. */
  readonly refresh: (session: SessionId, key: string) => Answer<Seat>
  readonly me: (session: SessionId, token: string) => Answer<MyFacts>
  readonly command: (session: SessionId, token: string, request: CommandRequest) => Answer<CommandAnswer>
  /** A rehearsal of a session with simulated people: a seat in a session of its own. For facilitators. */
  readonly rehearse: (session: SessionId, token: string, body: StartRehearsal) => Answer<FacilitatorSeat>
  /** Where one epoch of a document ended and the next began. */
  readonly epochSeam: (session: SessionId, token: string, document: string, epoch: number) => Answer<EpochSeamText>
  readonly config: () => Answer<ClientConfig>
}

/** What differs between the browser and a test. */
export interface ApiOptions {
  readonly fetch: typeof fetch
  readonly clock: ServerClock
  /** `/api`, or a full address in tests. */
  readonly base: string
}

interface Ask {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string | Blob
  readonly token?: string
  /** Milliseconds; whole sessions take longer than a command. */
  readonly limit?: number
}

const LIMIT = 15_000
const LONG_LIMIT = 60_000

const isErrorCode = (value: unknown): value is ApiErrorCode => API_ERRORS.some((code) => code === value)

/** The refusal in an error answer, or what its status says when something between us and the server wrote it. */
function refusalIn(body: unknown, status: number): ApiErrorCode {
  const code: unknown = (body as { error?: { code?: unknown } } | null)?.error?.code
  if (isErrorCode(code)) return code
  if (status === 401) return 'unauthorized'
  if (status === 413) return 'too_large'
  if (status === 429) return 'too_many_requests'
  return status >= 500 ? 'unavailable' : 'internal'
}

/** The response, or why there is none worth reading: a network failure, a timeout and a gateway's error page are `unavailable`. */
async function request(
  { fetch, base }: ApiOptions,
  { method, path, body, token, limit = LIMIT }: Ask,
): Promise<Result<Response, ApiErrorCode>> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  try {
    const response = await fetch(base + path, {
      method,
      headers,
      body: body ?? null,
      cache: 'no-store',
      signal: AbortSignal.timeout(limit),
    })
    return response.ok ? ok(response) : err(refusalIn(await response.json().catch(() => null), response.status))
  } catch {
    return err('unavailable')
  }
}

/** `GET` and `POST` of JSON. */
function createAsk(options: ApiOptions): <T>(ask: Ask) => Answer<T> {
  return async <T>(ask: Ask) => {
    const sent = Date.now()
    const response = await request(options, ask)
    const received = Date.now()
    if (!response.ok) return response
    const value: unknown = await response.value.json().catch(() => null)
    learnTime(options.clock, value, sent, received)
    return value === null ? err('unavailable') : ok(value as T)
  }
}

/** Answers that carry a seat carry the server's time. */
function learnTime(clock: ServerClock, value: unknown, sent: number, received: number): void {
  const holder = value as { now?: unknown; seat?: { now?: unknown } } | null
  const now = holder?.now ?? holder?.seat?.now
  if (typeof now === 'number') clock.learn(now, sent, received)
}

export function createApi(options: ApiOptions): Api {
  const ask = createAsk(options)
  const post = <T>(path: string, body: unknown, more: Partial<Ask> = {}): Answer<T> =>
    ask<T>({ method: 'POST', path, body: JSON.stringify(body), ...more })
  return {
    create: (body) => post('/sessions', body),
    openExample: () => post('/sessions/example', {}, { limit: LONG_LIMIT }),
    importSession: (file) => ask({ method: 'POST', path: '/sessions/import', body: file, limit: LONG_LIMIT }),
    recover: (secret) => post('/recover', { secret }),
    lookAtCheckIn: (secret) => post('/check-in', { secret }),
    checkIn: (secret, person) => post('/check-in/enter', { secret, person }),
    openDisplay: (secret) => post('/display', { secret }),
    findCode: (code) => ask({ method: 'GET', path: `/codes/${encodeURIComponent(code)}` }),
    join: (session, body) => post(`/sessions/${session}/join`, body),
    lobby: (session, key) => post(`/sessions/${session}/lobby`, { key }),
    refresh: (session, key) => post(`/sessions/${session}/refresh`, { key }),
    me: (session, token) => ask({ method: 'GET', path: `/sessions/${session}/me`, token }),
    command: (session, token, body) => post(`/sessions/${session}/commands`, body, { token }),
    rehearse: (session, token, body) => post(`/sessions/${session}/rehearsal`, body, { token, limit: LONG_LIMIT }),
    epochSeam: (session, token, document, epoch) => {
      const path = `/sessions/${session}/epochs?${new URLSearchParams({ document, epoch: String(epoch) })}`
      return ask({ method: 'GET', path, token, limit: LONG_LIMIT })
    },
    config: () => ask({ method: 'GET', path: '/config' }),
  }
}
