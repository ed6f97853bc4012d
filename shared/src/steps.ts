import type { StepId } from './ids.ts'
import type { Horizon } from './records.ts'

/** The kinds of step a session is made of, in their usual order. */
export const STEP_KINDS = [
  'welcome',
  'write',
  'together',
  'group',
  'name',
  'vote',
  'choose',
  'plcs',
  'goal',
  'plan',
  'commit',
  'checkin',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** One step of a session: what is asked, what is allowed, for how long. */
export interface Step {
  readonly id: StepId
  readonly kind: StepKind
  /** Which side of the board a writing or reading step is about; null for all other kinds. */
  readonly horizon: Horizon | null
  /** The facilitator's own words; null shows the translated default of the kind. */
  readonly title: string | null
  readonly instruction: string | null
  /** Suggested length in minutes; null is untimed. */
  readonly minutes: number | null
}

export interface Permissions {
  /** May change the board: move, cluster, name. Adding a note in no-names sessions always goes through the scribe. */
  readonly board: boolean
  /** May add a note to the board by command. */
  readonly addNote: boolean
  /** May react to notes. */
  readonly react: boolean
  /** The step is about writing on one's own desk. */
  readonly desk: boolean
  readonly vote: boolean
  readonly formPlcs: boolean
  /** The step is about work in a PLC room. */
  readonly room: boolean
}

const NOTHING: Permissions = {
  board: false,
  addNote: false,
  react: false,
  desk: false,
  vote: false,
  formPlcs: false,
  room: false,
}

/** What participants may do in each kind of step. Facilitators are not bound by it. */
const PERMISSIONS: Readonly<Record<StepKind, Permissions>> = {
  welcome: NOTHING,
  write: { ...NOTHING, desk: true },
  together: { ...NOTHING, addNote: true, react: true },
  group: { ...NOTHING, board: true, addNote: true },
  name: { ...NOTHING, board: true },
  vote: { ...NOTHING, vote: true },
  choose: NOTHING,
  plcs: { ...NOTHING, formPlcs: true },
  goal: { ...NOTHING, room: true },
  plan: { ...NOTHING, room: true },
  commit: { ...NOTHING, room: true },
  checkin: { ...NOTHING, room: true },
}

export const allows = (step: Step): Permissions => PERMISSIONS[step.kind]

type Plan = readonly [kind: StepKind, minutes: number | null, horizon?: Horizon]

/** 130 minutes for a cohort (a break of 10 and a talk of 10 make it 150), from the silent-then-together rhythm of affinity mapping and the KJ method. */
const COHORT: readonly Plan[] = [
  ['welcome', 10],
  ['write', 6, 'current'],
  ['together', 22, 'current'],
  ['write', 8, 'ideal'],
  ['together', 27, 'ideal'],
  ['group', 10],
  ['name', 15],
  ['vote', 6],
  ['choose', 15],
  ['plcs', 11],
  ['goal', null],
  ['plan', null],
  ['commit', null],
  ['checkin', null],
]
const SHORT: readonly Plan[] = [
  ['welcome', 3],
  ['write', 5, 'current'],
  ['together', 4, 'current'],
  ['write', 5, 'ideal'],
  ['together', 4, 'ideal'],
  ['group', 7],
  ['name', 5],
  ['vote', 3],
  ['choose', 4],
  ['plcs', 5],
  ['goal', null],
  ['plan', null],
  ['commit', null],
  ['checkin', null],
]
const PLC: readonly Plan[] = [
  ['welcome', 5],
  ['plcs', 5],
  ['goal', 30],
  ['plan', 10],
  ['commit', 7],
  ['checkin', null],
]

export const AGENDA_TEMPLATES = { cohort: COHORT, short: SHORT, plc: PLC } as const
export type AgendaTemplate = keyof typeof AGENDA_TEMPLATES

/** The steps of a template with stable ids (`s1`, `s2`, ...); ids stay when steps are reordered. */
export function agendaFrom(template: AgendaTemplate): readonly Step[] {
  return AGENDA_TEMPLATES[template].map(([kind, minutes, horizon], index) => ({
    id: `s${index + 1}` as StepId,
    kind,
    horizon: horizon ?? null,
    title: null,
    instruction: null,
    minutes,
  }))
}
