import type { AttentionTarget, PersonId, SessionId, Spotlight } from '@groundswell/shared'
import type { Presence } from '../../session/contract.ts'

/** How this device stands to what everyone is to look at. */
export type Following =
  | { readonly state: 'nothing' }
  /** This person runs the session: nobody moves them. */
  | { readonly state: 'leading'; readonly spotlight: Spotlight }
  | { readonly state: 'asked'; readonly spotlight: Spotlight }
  /** Told, and moved in two seconds. */
  | { readonly state: 'coming'; readonly spotlight: Spotlight }
  /** An open editor stays where it is; its writer is moved once they leave it. */
  | { readonly state: 'writing'; readonly spotlight: Spotlight }
  | { readonly state: 'with'; readonly spotlight: Spotlight }
  | { readonly state: 'away'; readonly spotlight: Spotlight }
  | { readonly state: 'declined'; readonly spotlight: Spotlight }

export type FollowingEvent =
  | { readonly type: 'called'; readonly spotlight: Spotlight | null; readonly leads: boolean }
  | { readonly type: 'moved' }
  | { readonly type: 'kept-writing' }
  | { readonly type: 'wandered' }
  | { readonly type: 'declined' }

export const NOTHING: Following = { state: 'nothing' }

/** What becomes of a device. An event that makes no sense in a state changes nothing. */
export function follow(now: Following, event: FollowingEvent): Following {
  if (event.type === 'called') return called(now, event)
  if (now.state === 'nothing' || now.state === 'leading') return now
  const { spotlight } = now
  switch (event.type) {
    case 'moved':
      return { state: 'with', spotlight }
    case 'kept-writing':
      return { state: 'writing', spotlight }
    case 'declined':
      return now.state === 'asked' ? { state: 'declined', spotlight } : now
    case 'wandered':
      return now.state === 'with' && spotlight.mode !== 'hold' ? { state: 'away', spotlight } : now
  }
}

function called(now: Following, { spotlight, leads }: Extract<FollowingEvent, { type: 'called' }>): Following {
  if (spotlight === null) return NOTHING
  const obeyed = now.state !== 'nothing' && now.spotlight.seq === spotlight.seq
  if (leads) return obeyed && now.state === 'leading' ? now : { state: 'leading', spotlight }
  // Each call is obeyed once, however often it is heard.
  if (obeyed && now.state !== 'leading') return now
  return { state: spotlight.mode === 'invite' ? 'asked' : 'coming', spotlight }
}

/** The address at which a target can be seen; null where it is seen on the session's own screen. */
export const pathOf = (session: SessionId, target: AttentionTarget): string =>
  target.kind === 'plc' ? `/s/${session}/plan/${target.id}` : `/s/${session}`

/** What a device tells the facilitators of itself: `look.<seq>.<how>`. */
export type Report = 'with' | 'away'
const REPORT = /^look\.(\d+)\.(with|away)$/

export const writeReport = (seq: number, how: Report): string => `look.${seq}.${how}`

export interface Gathered {
  readonly with: ReadonlySet<PersonId>
  readonly away: ReadonlySet<PersonId>
}

/** Who is with the group, among the devices of those who take part. A person with two devices is with it when one is. */
export function gathered(devices: readonly Presence[], participants: ReadonlySet<PersonId>, seq: number): Gathered {
  const found = { with: new Set<PersonId>(), away: new Set<PersonId>() }
  for (const { person, editing } of devices) {
    if (!participants.has(person)) continue
    const [, of, how] = REPORT.exec(editing ?? '') ?? []
    const isWith = Number(of) === seq && how !== 'away'
    if (isWith) found.with.add(person)
    else found.away.add(person)
  }
  for (const person of found.with) found.away.delete(person)
  return found
}
