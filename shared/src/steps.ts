import type { StepId } from './ids.ts'
import type { Horizon } from './records.ts'

/** The kinds of step a session is made of, in their usual order. */
export const STEP_KINDS = [
  'welcome',
  'talk',
  'break',
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

/** What a step of a template is about, where its kind alone does not say it: its words are translated like the kind's. */
export const STEP_TOPICS = ['working', 'arrive', 'students', 'evidence', 'sentence', 'aloud', 'dates'] as const
export type StepTopic = (typeof STEP_TOPICS)[number]

/** One step of a session: what is asked, what is allowed, for how long. */
export interface Step {
  readonly id: StepId
  readonly kind: StepKind
  /** Which side of the board a writing or reading step is about; a talk may be about one; null for all other kinds. */
  readonly horizon: Horizon | null
  readonly topic: StepTopic | null
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
  // What comes up in talk may be written down at once.
  talk: { ...NOTHING, addNote: true, react: true },
  break: NOTHING,
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

type Plan = readonly [kind: StepKind, minutes: number | null, about?: Horizon | StepTopic]

/**
 * 150 minutes for a cohort of 12 to 40: every question is written on in silence, read together, and then talked about in
 * groups of four, as in affinity mapping and the KJ method.
 */
const COHORT: readonly Plan[] = [
  ['welcome', 10],
  ['talk', 10, 'working'],
  ['write', 6, 'current'],
  ['together', 7, 'current'],
  ['talk', 15, 'current'],
  ['write', 8, 'ideal'],
  ['together', 7, 'ideal'],
  ['talk', 20, 'ideal'],
  ['break', 10],
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
/** 45 minutes for the same question and fewer people; what is talked about is talked about while reading. */
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
/** 60 minutes for one PLC. */
const PLC: readonly Plan[] = [
  ['plcs', 5, 'arrive'],
  ['goal', 10, 'students'],
  ['goal', 8, 'evidence'],
  ['goal', 12, 'sentence'],
  ['commit', 7],
  ['plan', 8],
  ['plan', 7, 'aloud'],
  ['checkin', 3, 'dates'],
]

export const AGENDA_TEMPLATES = { cohort: COHORT, short: SHORT, plc: PLC } as const
export type AgendaTemplate = keyof typeof AGENDA_TEMPLATES

const isSide = (about: Plan[2]): about is Horizon => about === 'current' || about === 'ideal'

/** The steps of a template with stable ids: `s1`, `s2`, ..., and `t1`, ... for talks and breaks; ids stay when steps are reordered. */
export function agendaFrom(template: AgendaTemplate): readonly Step[] {
  const counts = { s: 0, t: 0 }
  return AGENDA_TEMPLATES[template].map(([kind, minutes, about]): Step => {
    const letter = kind === 'talk' || kind === 'break' ? 't' : 's'
    const id = `${letter}${++counts[letter]}` as StepId
    const [horizon, topic] = isSide(about) ? [about, null] : [null, about ?? null]
    return { id, kind, horizon, topic, title: null, instruction: null, minutes }
  })
}
