import type {
  AgreementLevel,
  BaselineStatus,
  FocusType,
  Horizon,
  IndicatorKind,
  JobRole,
  PdsaAct,
  QuestionState,
  StepStatus,
} from '../records.ts'
import type { ThemeNews } from '../selectors/theme-news.ts'

/** The words of everything that leaves the product as a document. A new language is one more object of this shape. */
export interface ExportWords {
  readonly horizon: Readonly<Record<Horizon, string>>
  readonly focus: Readonly<Record<FocusType, string>>
  readonly jobRole: Readonly<Record<JobRole, string>>
  readonly kind: Readonly<Record<IndicatorKind, string>>
  readonly baselineStatus: Readonly<Record<BaselineStatus, string>>
  readonly status: Readonly<Record<StepStatus, string>>
  readonly act: Readonly<Record<PdsaAct, string>>
  readonly agreementLevel: Readonly<Record<AgreementLevel, string>>
  readonly questionState: Readonly<Record<QuestionState, string>>
  /** What happened to a theme, with `{into}`, `{from}` and `{to}` for titles. */
  readonly news: Readonly<Record<ThemeNews['kind'], string>>
  readonly months: readonly string[]
  readonly label: Readonly<Record<Label, string>>
}

/** Every heading and column of the exports. */
export type Label =
  | 'plan'
  | 'session'
  | 'district'
  | 'theme'
  | 'focus'
  | 'team'
  | 'coach'
  | 'date'
  | 'picture'
  | 'voices'
  | 'goal'
  | 'students'
  | 'adults'
  | 'why'
  | 'reached'
  | 'theory'
  | 'if'
  | 'then'
  | 'soThat'
  | 'measures'
  | 'indicator'
  | 'kind'
  | 'today'
  | 'target'
  | 'by'
  | 'source'
  | 'toCollect'
  | 'success'
  | 'evidence'
  | 'everyone'
  | 'inclusive'
  | 'equitable'
  | 'steps'
  | 'step'
  | 'feeds'
  | 'feedsNothing'
  | 'due'
  | 'start'
  | 'supportFrom'
  | 'dependsOn'
  | 'handoff'
  | 'status'
  | 'ifThen'
  | 'growth'
  | 'contribution'
  | 'strength'
  | 'support'
  | 'noSteps'
  | 'needs'
  | 'risks'
  | 'stop'
  | 'checkIns'
  | 'day'
  | 'readings'
  | 'tests'
  | 'predicted'
  | 'did'
  | 'learned'
  | 'decided'
  | 'agreement'
  | 'reservation'
  | 'growthOnly'
  | 'note'
  | 'notes'
  | 'text'
  | 'cluster'
  | 'clusters'
  | 'untitled'
  | 'loose'
  | 'aside'
  | 'votes'
  | 'author'
  | 'round'
  | 'late'
  | 'reactionSame'
  | 'reactionHeart'
  | 'reactionQuestion'
  | 'yes'
  | 'horizonColumn'
  | 'person'
  | 'role'
  | 'plc'
  | 'plcs'
  | 'themes'
  | 'home'
  | 'second'
  | 'hands'
  | 'reopened'
  | 'questions'
  | 'norms'
  | 'people'
  | 'noGoal'
  | 'onPurpose'
  | 'word'
  | 'checkIn'
  | 'collect'
  | 'allPlans'
  | 'uncovered'
  | 'workedOn'
  | 'thread'
  | 'history'
  | 'version'
  | 'changedSince'
  | 'lastReading'
