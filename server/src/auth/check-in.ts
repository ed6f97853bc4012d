import { isId, type CheckInCard, type Plc, type PlcId, type SessionId } from '@groundswell/shared'
import type { Member, Session } from '../session/facts.ts'
import type { SessionStore } from '../session/store.ts'
import { sameBytes, sign } from './secrets.ts'

/** The room that a check-in link leads to. */
export interface CheckInRoom {
  readonly session: Session
  readonly plc: Plc
}

const macOf = ({ secret }: Session, plc: PlcId): Buffer => sign(secret, `check-in:${plc}`)

/** A PLC's check-in link, a path on this origin. It follows from the session's secret, so nothing has to be stored. */
export const checkInLink = (session: Session, plc: PlcId): string =>
  `/checkin#${session.id}.${plc}.${macOf(session, plc).toString('base64url')}`

/** The room behind a link's secret; null for anything that we did not give out, or whose PLC is gone. */
export function readCheckIn(sessions: Pick<SessionStore, 'get'>, secret: string): CheckInRoom | null {
  const [id, plcId, mac, ...rest] = secret.split('.')
  if (!isId(id) || !isId(plcId) || mac === undefined || rest.length > 0) return null
  const session = sessions.get(id as SessionId)
  if (session === null || !sameBytes(macOf(session, plcId as PlcId), Buffer.from(mac, 'base64url'))) return null
  const plc = session.facts.plcs.find((candidate) => candidate.id === plcId)
  return plc === undefined ? null : { session, plc }
}

/** Members who may come in by the link. A facilitator has a link of their own, and this one must not lead to their rights. */
export const mayCheckIn = ({ session, plc }: CheckInRoom): readonly Member[] =>
  plc.members.flatMap((id) => {
    const member = session.members.get(id)
    return member === undefined || member.removed || member.role !== 'participant' ? [] : [member]
  })

/** What whoever opens the link sees before saying who they are. */
export const checkInCard = (room: CheckInRoom): CheckInCard => ({
  session: room.session.id,
  title: room.session.facts.title,
  language: room.session.facts.language,
  plc: { id: room.plc.id, name: room.plc.name },
  members: mayCheckIn(room).map(({ id, name, jobRole }) => ({ id, name, jobRole })),
})
