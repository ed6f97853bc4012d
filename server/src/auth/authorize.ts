import {
  CLOSE,
  err,
  ok,
  parseDocumentName,
  rightOn,
  type Capability,
  type CloseCode,
  type DocumentName,
  type DocumentRef,
  type PersonId,
  type PlcId,
  type Result,
} from '@groundswell/shared'
import type { Admission, Authorize, Identity } from '../ports.ts'
import { documentOf } from '../session/documents.ts'
import { curatingIn, stepOf, type Member, type Session } from '../session/facts.ts'
import type { SessionStore } from '../session/store.ts'
import type { Tokens } from './tokens.ts'

interface Place {
  readonly session: Session
  readonly member: Member
}

/** Who may open which document, from the facts as they are at this moment. Fails closed. */
export function createAuthorize(sessions: Pick<SessionStore, 'get'>, tokens: Tokens, now: () => number): Authorize {
  const find = (capability: Capability): Result<Place, CloseCode> => {
    const session = sessions.get(capability.session)
    if (session === null) return err(CLOSE.gone)
    const member = session.members.get(capability.person)
    return member === undefined || member.removed ? err(CLOSE.signedOut) : ok({ session, member })
  }
  return {
    admit({ token, document }) {
      const verified = tokens.verify(token, now())
      if (!verified.ok) return err(CLOSE.signedOut)
      const capability = verified.value
      const place = find(capability)
      if (!place.ok) return place
      const name = parseDocumentName(document)
      if (name === null) return err(CLOSE.gone)
      const right = rightIn(place.value, name, capability)
      if (!right.ok) return right
      return ok({ capability, document: name, right: right.value, identity: identityOf(place.value.member) })
    },
    rightNow({ capability, document }: Admission) {
      const place = find(capability)
      return place.ok ? rightIn(place.value, document, capability) : place
    },
  }
}

function rightIn({ session, member }: Place, name: DocumentName, { plc }: Capability): Result<'read' | 'write', CloseCode> {
  if (name.session !== session.id) return err(CLOSE.forbidden)
  if (name.epoch !== documentOf(session, name.ref).epoch) return err(CLOSE.epoch)
  const plcMembers = membersOf(session, name)
  if (plcMembers === null) return err(CLOSE.gone)
  const { id: person, role } = member
  const curators = curatingIn(session.facts)
  const right = rightOn(name.ref, { person, role, step: stepOf(session.facts), plcMembers, curators })
  if (right === 'none' || (plc !== undefined && !(member.role === 'participant' && opensByLink(name.ref, plc))))
    return err(CLOSE.forbidden)
  return ok(plc !== undefined && name.ref.kind === 'board' ? 'read' : right)
}

/** What a check-in link opens: whoever has it may say they are any member, so nothing that is one member's alone. */
const opensByLink = (ref: DocumentRef, plc: PlcId): boolean =>
  ref.kind === 'stage' || ref.kind === 'board' || (ref.kind === 'plc' && ref.plc === plc)

/** Members of the PLC that the document belongs to; null when there is no such PLC. */
function membersOf({ facts }: Session, { ref }: DocumentName): readonly PersonId[] | null {
  if (ref.kind !== 'plc') return []
  return facts.plcs.find((plc) => plc.id === ref.plc)?.members ?? null
}

const identityOf = ({ id, name, jobRole, role }: Member): Identity | null =>
  role === 'display' ? null : { person: id, name, jobRole }
