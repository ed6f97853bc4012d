import type { SessionId } from '@groundswell/shared'

/** Somebody who waits at the door: the key that asks how it stands, and the name they gave. */
export interface KnockMade {
  readonly key: string
  readonly name: string
}

const keyFor = (session: SessionId): string => `groundswell.knock.${session}`

const isKnock = (value: unknown): value is KnockMade =>
  typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' && 'name' in value

/** Knocks outlive a reload, so that nobody stands at the door twice. Where storage is blocked they do not. */
export const knocks = {
  get(session: SessionId): KnockMade | null {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(keyFor(session)) ?? 'null')
      return isKnock(value) ? value : null
    } catch {
      return null
    }
  },
  set(session: SessionId, knock: KnockMade | null): void {
    try {
      if (knock === null) localStorage.removeItem(keyFor(session))
      else localStorage.setItem(keyFor(session), JSON.stringify(knock))
    } catch {
      // The page goes on with what it holds in memory.
    }
  },
}
