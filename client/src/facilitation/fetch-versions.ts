import { VERSION_REASONS, type DocumentVersion } from '@groundswell/shared'
import type { SessionHandle } from '../session/index.ts'

/** What an answer holds, without anything that is not a version. */
function readVersions(body: unknown): readonly DocumentVersion[] | null {
  const versions: unknown = (body as { versions?: unknown } | null)?.versions
  return Array.isArray(versions) ? versions.filter(isVersion) : null
}

const isVersion = (value: unknown): value is DocumentVersion => {
  const { id, at, reason } = (value ?? {}) as { id?: unknown; at?: unknown; reason?: unknown }
  return Number.isInteger(id) && Number.isFinite(at) && VERSION_REASONS.some((known) => known === reason)
}

/** The kept versions of a document (`board` or `plc:<id>`), newest first; null when the answer did not arrive. */
export async function fetchVersions(session: SessionHandle, document: string): Promise<readonly DocumentVersion[] | null> {
  try {
    const headers = { authorization: `Bearer ${session.token()}` }
    const address = `/api/sessions/${session.id}/versions?document=${encodeURIComponent(document)}`
    const answer = await fetch(address, { headers, cache: 'no-store' })
    return answer.ok ? readVersions(await answer.json()) : null
  } catch {
    return null
  }
}
