import type { ClusterId, PersonId, StepId, ThemeId } from '../ids.ts'
import { FILE_FORMAT, FILE_VERSION, type SessionFacts, type SessionFile } from '../portable/session-file.ts'
import type { ClusterTally, JobRole, Note, Person, Theme } from '../records.ts'
import type { WritingCount } from '../selectors/stage.ts'
import { agendaFrom } from '../steps.ts'
import { exampleBoard } from './board.ts'
import { moveDate, moveWrittenDates, yearShift } from './dates.ts'
import { examplePlcs } from './plcs.ts'
import { exampleQuestions, withReplies } from './questions.ts'
import { readExample, type RawExample } from './raw.ts'

const JOB_OF: Readonly<Record<RawExample['participants'][number]['role'], JobRole>> = {
  ATC: 'technology_coach',
  BL: 'building_leader',
  TSS: 'support_specialist',
  TR: 'trainer',
}

const person = (id: string, name: string, jobRole: JobRole, role: Person['role']): Person => ({
  id: id as PersonId,
  name,
  jobRole,
  role,
  device: 'person',
  heads: 1,
  removed: false,
})

const peopleOf = (raw: RawExample): readonly Person[] => [
  person(raw.session.coach.id, raw.session.coach.name, 'other', 'facilitator'),
  ...raw.participants.map(({ id, name, role }) => person(id, name, JOB_OF[role], 'participant')),
]

const themesOf = (raw: RawExample): readonly Theme[] =>
  raw.themes.map((theme, index) => ({
    id: theme.id as ThemeId,
    cluster: (theme.from_clusters[0] ?? '') as ClusterId,
    title: theme.title,
    focus: theme.focus_type,
    studentOutcome: theme.student_outcome,
    teacherAction: theme.teacher_action,
    order: index + 1,
  }))

const tallyOf = (raw: RawExample): readonly ClusterTally[] =>
  raw.clusters.flatMap(({ id, votes }) => (votes === null ? [] : [{ cluster: id as ClusterId, votes }]))

const written = (notes: readonly Note[], horizon: Note['horizon']): WritingCount => {
  const own = notes.filter((note) => note.horizon === horizon)
  return { notes: own.length, writers: new Set(own.map((note) => note.author)).size, revealed: true }
}

/** Years from the session to the picture of the ideal. */
const HORIZON_YEARS = 3

function factsOf(raw: RawExample, notes: readonly Note[], days: number): SessionFacts {
  const agenda = agendaFrom('cohort')
  return {
    title: raw.session.title,
    district: raw.session.district,
    targetYear: Number(moveDate(raw.session.cohort_date, days).slice(0, 4)) + HORIZON_YEARS,
    questions: { current: raw.session.focus_question_current, ideal: raw.session.focus_question_ideal },
    naming: 'named',
    language: 'en',
    norms: raw.session.norms,
    agenda,
    step: agenda.find((step) => step.kind === 'commit')?.id ?? ('s1' as StepId),
    writing: { current: written(notes, 'current'), ideal: written(notes, 'ideal') },
    vote: { state: 'counted', voters: raw.participants.length, tally: tallyOf(raw), reopened: 0 },
    homes: [],
    rehearsal: 0,
  }
}

/** Moves every date that is written out in a text of `value`. */
const moveTexts = <T>(value: T, days: number): T => {
  if (typeof value === 'string') return moveWrittenDates(value, days) as T
  if (Array.isArray(value)) return value.map((entry: unknown) => moveTexts(entry, days)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, moveTexts(entry as unknown, days)])) as T
}

/**
 * The example as a whole session, from the data file `@groundswell/shared/example-session.json` (given as parsed).
 * Its dates are moved by whole years, so that at `now` (milliseconds since 1970) the first review of the plans is over
 * for less than a year. The coach's notes are left out, as in every session file (SPEC X2).
 */
export function exampleSession(data: unknown, now: number): SessionFile {
  const raw = readExample(data)
  const days = yearShift(raw.sample_check_in.date, now)
  const { notes, clusters } = exampleBoard(raw)
  const people = peopleOf(raw)
  const plcs = examplePlcs(raw, (date) => moveDate(date, days)).map(withReplies)
  const coach = people.find(({ role }) => role === 'facilitator')?.id ?? ('coach' as PersonId)
  return {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    session: factsOf(raw, notes, days),
    people,
    notes,
    clusters,
    ink: [],
    inkMeta: {},
    themes: themesOf(raw),
    plcs: moveTexts(plcs, days),
    questionCards: exampleQuestions(plcs, coach, Date.parse(moveDate(raw.session.cohort_date, days))),
    reactions: [],
  }
}
