import type { PersonId, SessionId } from '@groundswell/shared'

/** Where a person's changed words for own notes wait on this device until they are sent. Nobody else's seat reads them. */
export const ownWordsKey = (session: SessionId, person: PersonId): string => `groundswell.ownWords.${session}.${person}`

/** Whether words wait: what sends them is loaded only then. */
export function hasOwnWords(session: SessionId, person: PersonId): boolean {
  try {
    return localStorage.getItem(ownWordsKey(session, person)) !== null
  } catch {
    return false
  }
}

export function forgetOwnWords(session: SessionId, person: PersonId): void {
  try {
    localStorage.removeItem(ownWordsKey(session, person))
  } catch {
    // Where nothing can be stored nothing waits.
  }
}
