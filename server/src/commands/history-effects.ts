import { ok, type DocumentRef, type Result, type SessionId } from '@groundswell/shared'
import { restoreVersion } from '../scribe/index.ts'
import { documentOf, type Documents } from '../session/documents.ts'
import { refuse, type Fault } from '../session/fault.ts'
import type { History } from '../session/history.ts'
import type { SessionStore } from '../session/store.ts'

export interface HistoryDeps {
  readonly sessions: Pick<SessionStore, 'get'>
  readonly documents: Documents
  readonly history: History
}

const sessionGone = refuse('session_gone', 'This session has been deleted.')

export async function keepVersion(
  { sessions, history }: HistoryDeps,
  id: SessionId,
  ref: DocumentRef,
): Promise<Result<null, Fault>> {
  const session = sessions.get(id)
  if (session === null) return sessionGone
  await history.keep(documentOf(session, ref), 'before-bulk')
  return ok(null)
}

export async function restore(
  deps: HistoryDeps,
  id: SessionId,
  { ref, version }: { readonly ref: DocumentRef; readonly version: number },
): Promise<Result<null, Fault>> {
  const session = deps.sessions.get(id)
  return session === null ? sessionGone : restoreVersion(deps, session, ref, version)
}
