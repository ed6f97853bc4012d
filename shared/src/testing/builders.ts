import * as Y from 'yjs'
import { createCluster, mergeClusters } from '../commands/cluster.ts'
import { editGoal, promoteTheme, quoteNote, saveIndicator, setAgreement } from '../commands/goal.ts'
import { addNote, setAside } from '../commands/note.ts'
import { editPlan, saveStep } from '../commands/plan.ts'
import type { ActionStepId, ClusterId, IndicatorId, NoteId, PersonId, PlcId, ThemeId } from '../ids.ts'
import { fillStage } from '../portable/fill.ts'
import { FILE_FORMAT, FILE_VERSION, type PlcFile, type SessionFile } from '../portable/session-file.ts'
import type {
  AgreementLevel,
  GoalField,
  Horizon,
  Indicator,
  Person,
  Place,
  PlanField,
  Plc,
  Theme,
  ActionStep,
} from '../records.ts'
import { seedPlan, seedPlc } from '../schema.ts'
import { boardView, type BoardView } from '../selectors/board.ts'
import { plcView, type PlcView } from '../selectors/plc.ts'
import { stageView, type StageView } from '../selectors/stage.ts'
import { agendaFrom } from '../steps.ts'

/** Makes a branded id of a readable word, for tests. */
export const asId = <T extends string>(word: string): T => word as T

export interface NoteOptions {
  readonly horizon?: Horizon
  readonly place?: Place
  readonly in?: string
  readonly author?: string
  readonly initials?: string
  readonly aside?: boolean
}

export interface BoardBuilder {
  readonly withNote: (id: string, text?: string, options?: NoteOptions) => BoardBuilder
  readonly withCluster: (id: string, title?: string, notes?: readonly string[]) => BoardBuilder
  readonly withMerge: (from: string, into: string) => BoardBuilder
  readonly doc: Y.Doc
  readonly view: () => BoardView
}

const noteIn = (options: NoteOptions): Place =>
  options.place ?? [options.in === undefined ? null : asId<ClusterId>(options.in), 0, 0]

/** A board, step by step: `aBoard().withNote('n1', 'More time').withCluster('c1', 'Time', ['n1']).view()`. */
export function aBoard(doc: Y.Doc = new Y.Doc()): BoardBuilder {
  const builder: BoardBuilder = {
    withNote: (id, text = id, options = {}) => {
      const author = options.author === undefined ? null : asId<PersonId>(options.author)
      const { horizon = 'current', initials = '' } = options
      addNote(doc, { id: asId<NoteId>(id), horizon, text, place: noteIn(options), author, initials })
      if (options.aside === true) setAside(doc, asId<NoteId>(id), true)
      return builder
    },
    withCluster: (id, title = id, notes = []) => {
      createCluster(
        doc,
        { id: asId<ClusterId>(id), at: { x: 0, y: 0 }, title },
        notes.map((note) => asId<NoteId>(note)),
      )
      return builder
    },
    withMerge: (from, into) => {
      mergeClusters(doc, asId<ClusterId>(from), asId<ClusterId>(into))
      return builder
    },
    doc,
    view: () => boardView(doc),
  }
  return builder
}

export interface PlcBuilder {
  readonly withGoal: (fields: Partial<Readonly<Record<GoalField, string>>>, theme?: string) => PlcBuilder
  readonly withQuote: (note: string) => PlcBuilder
  readonly withIndicator: (id: string, fields?: Partial<Omit<Indicator, 'id' | 'order'>>) => PlcBuilder
  readonly withPlan: (person: string, fields?: Partial<Readonly<Record<PlanField, string>>>) => PlcBuilder
  readonly withStep: (id: string, owner: string, fields?: Partial<Omit<ActionStep, 'id' | 'owner' | 'order'>>) => PlcBuilder
  readonly withAgreement: (person: string, level: AgreementLevel, reservation?: string) => PlcBuilder
  readonly doc: Y.Doc
  readonly view: () => PlcView
}

function plcSteps(doc: Y.Doc, self: () => PlcBuilder): Omit<PlcBuilder, 'doc' | 'view' | 'withGoal'> {
  const then = (_: unknown): PlcBuilder => self()
  return {
    withQuote: (note) => then(quoteNote(doc, asId<NoteId>(note), true)),
    withIndicator: (id, fields = {}) => then(saveIndicator(doc, asId<IndicatorId>(id), { text: id, ...fields })),
    withPlan: (person, fields = {}) => {
      seedPlan(doc, person)
      for (const [field, text] of Object.entries(fields)) editPlan(doc, asId<PersonId>(person), field as PlanField, text)
      return self()
    },
    withStep: (id, owner, fields = {}) =>
      then(saveStep(doc, asId<ActionStepId>(id), { text: id, owner: asId<PersonId>(owner), ...fields })),
    withAgreement: (person, level, reservation = '') =>
      then(setAgreement(doc, { person: asId<PersonId>(person), level, reservation })),
  }
}

/** The document of a PLC, step by step. */
export function aPlc(doc: Y.Doc = new Y.Doc()): PlcBuilder {
  seedPlc(doc)
  const builder: PlcBuilder = {
    ...plcSteps(doc, () => builder),
    withGoal: (fields, theme) => {
      for (const [field, text] of Object.entries(fields)) editGoal(doc, field as GoalField, text)
      if (theme !== undefined) promoteTheme(doc, asId<ThemeId>(theme))
      return builder
    },
    doc,
    view: () => plcView(doc),
  }
  return builder
}

export const aPerson = (id: string, fields: Partial<Omit<Person, 'id'>> = {}): Person => ({
  id: asId<PersonId>(id),
  name: id,
  jobRole: 'teacher',
  role: 'participant',
  device: 'person',
  heads: 1,
  removed: false,
  ...fields,
})

export const aTheme = (id: string, cluster: string, fields: Partial<Omit<Theme, 'id' | 'cluster'>> = {}): Theme => ({
  id: asId<ThemeId>(id),
  cluster: asId<ClusterId>(cluster),
  title: id,
  focus: 'student_outcome',
  studentOutcome: '',
  teacherAction: '',
  order: 1,
  ...fields,
})

/** A PLC as a session file has it, without any work yet. */
export const aPlcFile = (id: string, fields: Partial<Plc> = {}): PlcFile => ({
  id: asId<PlcId>(id),
  name: id,
  members: [],
  ranking: [],
  theme: null,
  order: 1,
  ...aPlc().view(),
  ...fields,
})

/** A small session file: `named`, with the cohort's agenda at its first step. */
export function aSessionFile(fields: Partial<Omit<SessionFile, 'format' | 'version'>> = {}): SessionFile {
  const agenda = agendaFrom('cohort')
  const writing = { notes: 0, writers: 0, revealed: false }
  return {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    session: {
      title: 'A session',
      district: 'A district',
      targetYear: 2029,
      questions: { current: 'Today?', ideal: 'In three years?' },
      naming: 'named',
      language: 'en',
      norms: [],
      agenda,
      step: agenda[0]?.id ?? asId('s1'),
      writing: { current: writing, ideal: writing },
      vote: { state: 'closed' },
      homes: [],
      rehearsal: 0,
    },
    people: [],
    notes: [],
    clusters: [],
    ink: [],
    inkMeta: {},
    themes: [],
    plcs: [],
    questionCards: [],
    reactions: [],
    ...fields,
  }
}

/** The stage of a session file as every device would read it. */
export function aStage(fields: Parameters<typeof aSessionFile>[0] = {}): StageView {
  const doc = new Y.Doc()
  fillStage(doc, aSessionFile(fields))
  return stageView(doc)
}
