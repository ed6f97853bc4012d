import { CLOSE, type SessionId } from '@groundswell/shared'
import type { DocStore } from '../ports.ts'
import type { Relay } from '../relay/index.ts'
import type { SessionStore } from '../session/store.ts'

export interface EndSessionDeps {
  readonly sessions: SessionStore
  readonly store: Pick<DocStore, 'deleteSession'>
  readonly relay: Pick<Relay, 'closeSession'>
  readonly forget: (session: SessionId) => void
}

/**
 * Removes a session for good. Its facts go first, so that nobody can come back in; should the server stop half-way,
 * `finishRemovals` takes the documents at the next start.
 */
export async function endSession({ sessions, store, relay, forget }: EndSessionDeps, id: SessionId): Promise<void> {
  sessions.transaction(() => sessions.remove(id))
  forget(id)
  await relay.closeSession(id, CLOSE.gone)
  await store.deleteSession(id)
  sessions.forgetRemoved(id)
}

export async function finishRemovals({ sessions, store }: Pick<EndSessionDeps, 'sessions' | 'store'>): Promise<void> {
  for (const id of sessions.removed()) {
    await store.deleteSession(id)
    sessions.forgetRemoved(id)
  }
}
