import type { Admission, Authorize } from '@groundswell/server/relay'
import {
  CLOSE,
  err,
  ok,
  parseDocumentName,
  type CloseCode,
  type DocumentName,
  type PersonId,
  type Result,
} from '@groundswell/shared/wire'

/** Rights from the token alone, for tests of the relay: `<person>:write`, `<person>:read` or `<person>:display`. */
export interface StaticAuthorize extends Authorize {
  /** Overrides a person's right from now on; `null` removes the person. */
  set(person: string, right: 'read' | 'write' | null): void
}

const TOKEN = /^([A-Za-z0-9_-]{1,40}):(write|read|display)$/

export function createStaticAuthorize(): StaticAuthorize {
  const overrides = new Map<string, 'read' | 'write' | null>()
  const rightOf = (person: string, otherwise: 'read' | 'write'): Result<'read' | 'write', CloseCode> => {
    const right = overrides.get(person)
    if (right === null) return err(CLOSE.signedOut)
    return ok(right ?? otherwise)
  }
  return {
    set: (person, right) => void overrides.set(person, right),
    rightNow: ({ capability, right }) => rightOf(capability.person, right),
    admit({ token, document }) {
      const match = TOKEN.exec(token)
      if (!match) return err(CLOSE.signedOut)
      const [, person = '', kind = ''] = match
      const name = parseDocumentName(document)
      if (name === null || name.session === 'gone') return err(CLOSE.gone)
      if (name.epoch !== 1) return err(CLOSE.epoch)
      const right = rightOf(person, kind === 'write' ? 'write' : 'read')
      return right.ok ? ok(admissionFor(name, person, right.value, kind === 'display')) : right
    },
  }
}

function admissionFor(document: DocumentName, person: string, right: 'read' | 'write', isDisplay: boolean): Admission {
  const id = person as PersonId
  return {
    capability: {
      session: document.session,
      person: id,
      role: isDisplay ? 'display' : 'participant',
      expires: Number.MAX_SAFE_INTEGER,
    },
    document,
    right,
    identity: isDisplay ? null : { person: id, name: `Name of ${person}`, jobRole: 'teacher' },
  }
}
