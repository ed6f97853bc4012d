import { displayCode, type SessionLinks } from '@groundswell/shared'
import type { DeviceTable, LinkKind } from '../session/store.ts'
import type { Session } from '../session/facts.ts'
import { hashSecret, sign } from './secrets.ts'

export interface Links {
  /** The session's links. Only their hashes are stored: they are derived anew whenever a facilitator asks. */
  of(session: Session): SessionLinks
}

/**
 * Secrets follow the `#`, which browsers never send: they reach no log and no Referer. Deriving them from the server's
 * key lets a facilitator see them again; a changed key adds new links, and those given out before stay good.
 */
export function createLinks(key: Uint8Array, devices: DeviceTable): Links {
  const secretOf = (session: Session, kind: LinkKind): string => {
    const secret = sign(key, `${kind}:${session.id}:${Buffer.from(session.secret).toString('hex')}`).toString('base64url')
    devices.addLink(session.id, kind, hashSecret(secret))
    return secret
  }
  return {
    of: (session) => ({
      code: session.code,
      join: `/join/${displayCode(session.code)}`,
      recovery: `/recover#${secretOf(session, 'recovery')}`,
      display: `/display#${secretOf(session, 'display')}`,
    }),
  }
}
