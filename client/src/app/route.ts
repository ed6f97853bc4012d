import { isId, type ClusterId, type PlcId, type SessionId } from '@groundswell/shared'

/** Every address of the app. */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'create' }
  /** `code` as typed or scanned, maybe wrong; null asks for it. */
  | { readonly page: 'join'; readonly code: string | null }
  | { readonly page: 'recover'; readonly secret: string }
  | { readonly page: 'display'; readonly secret: string }
  | { readonly page: 'checkin'; readonly secret: string }
  | { readonly page: 'session'; readonly session: SessionId }
  | { readonly page: 'room'; readonly session: SessionId; readonly plc: PlcId }
  | { readonly page: 'plan'; readonly session: SessionId; readonly plc: PlcId }
  /** The plan pages of all PLCs. */
  | { readonly page: 'plans'; readonly session: SessionId }
  /** The board to look at; `at` is the cluster it opens on. */
  | { readonly page: 'board'; readonly session: SessionId; readonly at: ClusterId | null }
  | { readonly page: 'licences' }
  | { readonly page: 'lost' }

const LOST: Route = { page: 'lost' }

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function sessionRoute(parts: readonly string[], at: string): Route {
  const [session, kind, plc, ...rest] = parts
  if (!isId(session) || rest.length > 0) return LOST
  const id = session as SessionId
  if (kind === undefined) return { page: 'session', session: id }
  if (kind === 'plan' && plc === undefined) return { page: 'plans', session: id }
  if (kind === 'board' && plc === undefined) return { page: 'board', session: id, at: isId(at) ? (at as ClusterId) : null }
  if (!isId(plc)) return LOST
  if (kind === 'plc') return { page: 'room', session: id, plc: plc as PlcId }
  return kind === 'plan' ? { page: 'plan', session: id, plc: plc as PlcId } : LOST
}

/** Reads a path with its fragment (`/recover#secret`). Total: anything else is `lost`. */
export function readRoute(address: string): Route {
  const [path = '', secret = ''] = address.split('#')
  const [first, ...rest] = path.split('/').filter(Boolean).map(decode)
  switch (first) {
    case undefined:
      return { page: 'start' }
    case 'new':
      return rest.length === 0 ? { page: 'create' } : LOST
    case 'join':
      return rest.length > 1 ? LOST : { page: 'join', code: rest[0] ?? null }
    case 'recover':
    case 'display':
    case 'checkin':
      return rest.length === 0 ? { page: first, secret } : LOST
    case 's':
      return sessionRoute(rest, secret)
    case 'licenses':
      return rest.length === 0 ? { page: 'licences' } : LOST
    default:
      return LOST
  }
}
