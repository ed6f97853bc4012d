import {
  AGENDA_TEMPLATES,
  ATTENTION_MODES,
  FILE_LIMITS,
  CURATORS,
  CURSORS,
  FOCUS_TYPES,
  HORIZONS,
  isId,
  JOB_ROLES,
  LANGUAGES,
  LIMITS,
  QUESTION_STATES,
  REACTIONS,
  readInitials,
  REHEARSAL_PACES,
  REHEARSAL_SIZES,
  STEP_KINDS,
  type AgendaTemplate,
  type ClusterId,
  type CommandRequest,
  type CreateSession,
  type ItemId,
  type JoinSession,
  type NoteId,
  type PersonId,
  type PlcId,
  type SessionId,
  type StartRehearsal,
  type StepId,
  type ThemeId,
} from '@groundswell/shared'
import { z } from 'zod'

/** Control characters, line separators and direction overrides have no place in a line that others read. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu

/** One line: blanks at the ends and control characters go. */
const line = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform((text) => text.replace(UNPRINTABLE, ' ').trim())
    .pipe(z.string().max(most))
const filledLine = (most: number) => line(most).pipe(z.string().min(1))
/** Several lines, as typed. */
const prose = (most: number) => z.string().max(most)
const id = <T extends string>() => z.custom<T>(isId, { error: 'must be an id: letters, digits, - and _, at most 40' })
/** `board` or `plc:<id>`. */
const documentKey = z.string().max(60)
const secret = z.string().min(1).max(200)

/** Minutes on a timer: a quarter of a minute up to four hours. */
const minutes = z.number().min(0.25).max(240)
const jobRole = z.enum(JOB_ROLES)
const focus = z.enum(FOCUS_TYPES)
const horizon = z.enum(HORIZONS)
const template = z.enum(Object.keys(AGENDA_TEMPLATES) as [AgendaTemplate, ...AgendaTemplate[]])

export const createSessionBody: z.ZodType<CreateSession> = z.object({
  title: filledLine(LIMITS.title),
  district: line(LIMITS.district),
  targetYear: z.int().min(1900).max(2999),
  questions: z.object({ current: line(LIMITS.question), ideal: line(LIMITS.question) }),
  naming: z.enum(['named', 'no_names']),
  template,
  language: z.enum(LANGUAGES),
  facilitator: z.object({ name: filledLine(LIMITS.name), jobRole }),
  like: z.object({ session: id<SessionId>(), key: secret }).exactOptional(),
})

export const joinBody: z.ZodType<JoinSession> = z.object({
  code: z.string().max(40),
  name: filledLine(LIMITS.name),
  jobRole,
  device: z.enum(['person', 'table']),
  heads: z.int().min(1).max(LIMITS.headsPerTable),
  key: secret.exactOptional(),
})

export const secretBody = z.object({ secret })
export const checkInBody = z.object({ secret, person: id<PersonId>() })
export const keyBody = z.object({ key: secret })

const note = prose(LIMITS.note).regex(/\S/, 'must not be blank')
const question = z.union([z.literal(1), z.literal(2)])
const attentionTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step') }),
  z.object({ kind: z.literal('zone'), horizon }),
  z.object({ kind: z.literal('cluster'), id: id<ClusterId>() }),
  z.object({ kind: z.literal('note'), id: id<NoteId>() }),
  z.object({ kind: z.literal('plc'), id: id<PlcId>() }),
])

const command = z.discriminatedUnion('type', [
  z.object({ type: z.literal('attention.call'), mode: z.enum(ATTENTION_MODES), target: attentionTarget }),
  z.object({ type: z.literal('attention.release') }),
  z.object({
    type: z.literal('step.add'),
    step: id<StepId>(),
    after: id<StepId>().nullable(),
    kind: z.enum(STEP_KINDS),
    horizon: horizon.nullable(),
    title: line(LIMITS.title).nullable(),
    instruction: prose(LIMITS.instruction).nullable(),
    minutes: minutes.nullable(),
  }),
  z.object({ type: z.literal('step.move'), step: id<StepId>(), after: id<StepId>().nullable() }),
  z.object({ type: z.literal('step.remove'), step: id<StepId>() }),
  z.object({ type: z.literal('step.skip'), step: id<StepId>(), skipped: z.boolean() }),
  z.object({
    type: z.literal('vote.set'),
    ballot: z.object({ questions: question, perCluster: z.enum(['one', 'budget']) }),
  }),
  z.object({ type: z.literal('vote.hands'), cluster: id<ClusterId>(), count: z.int().min(0).max(1_000) }),
  z.object({ type: z.literal('cluster.home'), cluster: id<ClusterId>(), text: line(LIMITS.home) }),
  z.object({ type: z.literal('room.cursors'), cursors: z.enum(CURSORS) }),
  z.object({ type: z.literal('lobby.set'), on: z.boolean() }),
  z.object({ type: z.literal('lobby.admit'), person: id<PersonId>().nullable() }),
  z.object({ type: z.literal('lobby.refuse'), person: id<PersonId>() }),
  z.object({ type: z.literal('note.react'), note: id<NoteId>(), kind: z.enum(REACTIONS), on: z.boolean() }),
  z.object({ type: z.literal('hand.set'), person: id<PersonId>(), up: z.boolean() }),
  z.object({ type: z.literal('deal.set'), state: z.enum(['off', 'hands']) }),
  z.object({ type: z.literal('deal.curate'), curators: z.array(id<PersonId>()).min(1).max(CURATORS.most) }),
  z.object({ type: z.literal('hand.take') }),
  z.object({ type: z.literal('hand.keep') }),
  z.object({ type: z.literal('hand.return') }),
  z.object({ type: z.literal('cluster.flag'), cluster: id<ClusterId>(), on: z.boolean() }),
  z.object({ type: z.literal('plc.call'), plc: id<PlcId>(), calling: z.boolean() }),
  z.object({ type: z.literal('plc.rank'), plc: id<PlcId>(), order: z.array(id<ThemeId>()).max(LIMITS.themes) }),
  z.object({ type: z.literal('theme.ask'), theme: id<ThemeId>() }),
  z.object({ type: z.literal('plc.answer'), plc: id<PlcId>(), theme: id<ThemeId>(), takes: z.boolean() }),
  z.object({ type: z.literal('desk.hold'), note: id<NoteId>(), held: z.boolean() }),
  z.object({ type: z.literal('reveal.start'), to: id<StepId>() }),
  z.object({ type: z.literal('reveal.cancel') }),
  z.object({ type: z.literal('step.go'), to: id<StepId>() }),
  z.object({
    type: z.literal('step.edit'),
    step: id<StepId>(),
    title: line(LIMITS.title).nullable().exactOptional(),
    instruction: prose(LIMITS.instruction).nullable().exactOptional(),
    minutes: minutes.nullable().exactOptional(),
  }),
  z.object({ type: z.literal('timer.start'), minutes }),
  z.object({ type: z.literal('timer.add'), minutes }),
  z.object({ type: z.literal('timer.pause') }),
  z.object({ type: z.literal('timer.resume') }),
  z.object({ type: z.literal('timer.stop') }),
  z.object({ type: z.literal('done.set'), done: z.boolean() }),
  z.object({ type: z.literal('desk.reveal'), horizon }),
  z.object({ type: z.literal('desk.publish'), note: id<NoteId>() }),
  z.object({
    type: z.literal('note.add'),
    note: id<NoteId>(),
    horizon,
    text: note,
    initials: z.string().max(40).transform(readInitials).exactOptional(),
  }),
  z.object({
    type: z.literal('note.mend'),
    note: id<NoteId>(),
    // Many who type in one note at once may make it longer than one alone can.
    from: prose(LIMITS.note * 10),
    text: note,
  }),
  z.object({ type: z.literal('note.withdraw'), note: id<NoteId>(), withdrawn: z.boolean() }),
  z.object({ type: z.literal('vote.open') }),
  z.object({ type: z.literal('vote.place'), cluster: id<ClusterId>(), question: question.exactOptional() }),
  z.object({ type: z.literal('vote.take'), cluster: id<ClusterId>(), question: question.exactOptional() }),
  z.object({ type: z.literal('vote.close') }),
  z.object({
    type: z.literal('theme.mark'),
    theme: id<ThemeId>(),
    cluster: id<ClusterId>(),
    title: filledLine(LIMITS.title),
    focus,
  }),
  z.object({
    type: z.literal('theme.edit'),
    theme: id<ThemeId>(),
    title: filledLine(LIMITS.title).exactOptional(),
    focus: focus.exactOptional(),
    studentOutcome: prose(LIMITS.note).exactOptional(),
    teacherAction: prose(LIMITS.note).exactOptional(),
  }),
  z.object({ type: z.literal('theme.unmark'), theme: id<ThemeId>() }),
  z.object({ type: z.literal('plc.create'), plc: id<PlcId>(), name: filledLine(LIMITS.plcName) }),
  z.object({
    type: z.literal('plc.fill'),
    plcs: z.array(z.object({ plc: id<PlcId>(), name: filledLine(LIMITS.plcName) })).max(FILE_LIMITS.plcs),
  }),
  z.object({ type: z.literal('plc.rename'), plc: id<PlcId>(), name: filledLine(LIMITS.plcName) }),
  z.object({ type: z.literal('plc.join'), plc: id<PlcId>(), person: id<PersonId>() }),
  z.object({ type: z.literal('plc.leave'), plc: id<PlcId>(), person: id<PersonId>() }),
  z.object({ type: z.literal('plc.theme'), plc: id<PlcId>(), theme: id<ThemeId>().nullable() }),
  z.object({ type: z.literal('plc.disband'), plc: id<PlcId>() }),
  z.object({
    type: z.literal('agreement.set'),
    plc: id<PlcId>(),
    level: z.literal([1, 2, 3, 4, 5]),
    reservation: prose(LIMITS.reservation),
  }),
  z.object({ type: z.literal('agreement.clear'), plc: id<PlcId>() }),
  z.object({ type: z.literal('agreement.show'), plc: id<PlcId>() }),
  z.object({ type: z.literal('agreement.again'), plc: id<PlcId>() }),
  z.object({
    type: z.literal('question.send'),
    question: id<ItemId>(),
    plcs: z.array(id<PlcId>()).min(1).max(FILE_LIMITS.plcs).nullable(),
    text: filledLine(LIMITS.question),
  }),
  z.object({
    type: z.literal('question.settle'),
    question: id<ItemId>(),
    plc: id<PlcId>(),
    state: z.enum(QUESTION_STATES),
  }),
  z.object({ type: z.literal('question.withdraw'), question: id<ItemId>() }),
  z.object({ type: z.literal('person.role'), person: id<PersonId>(), role: z.enum(['facilitator', 'participant']) }),
  z.object({ type: z.literal('person.remove'), person: id<PersonId>() }),
  z.object({ type: z.literal('version.keep'), document: documentKey }),
  z.object({ type: z.literal('version.restore'), document: documentKey, version: z.int().min(1) }),
  z.object({ type: z.literal('document.rebuild'), document: documentKey }),
  z.object({
    type: z.literal('rehearsal.set'),
    state: z.enum(['running', 'paused']),
    pace: z.enum(REHEARSAL_PACES),
  }),
  z.object({ type: z.literal('rehearsal.end') }),
  z.object({ type: z.literal('code.lock'), locked: z.boolean() }),
  z.object({ type: z.literal('session.delete') }),
])

export const rehearsalBody: z.ZodType<StartRehearsal> = z.object({ people: z.literal([...REHEARSAL_SIZES]) })

export const commandBody: z.ZodType<CommandRequest> = z.object({ id: id<string>(), command })
