import type { Goal, Indicator } from '@groundswell/shared'

/** Above this a goal sentence is hard to say from memory. A hint, never a limit. */
export const STATEMENT_WORDS = 60
/** More measures than this are rarely looked at again. */
export const MOST_INDICATORS = 4

/** A hint of the goal form: what to say (`id`) and beside which part. Nothing waits for it. */
export interface GoalHint {
  readonly id:
    | 'statementLong'
    | 'noEnd'
    | 'endBeforeStart'
    | 'noWhy'
    | 'noStudentIndicator'
    | 'noLeading'
    | 'noLagging'
    | 'tooMany'
  readonly at: 'statement' | 'dates' | 'whyItMatters' | 'indicators'
  readonly count?: number
}

/** A hint beside one indicator. */
export type IndicatorHint =
  | 'noBaseline'
  | 'noBaselineSource'
  | 'noCollectDate'
  | 'noTarget'
  | 'noTargetDate'
  | 'targetBeforeStart'

const filled = (text: string): boolean => text.trim() !== ''

export const countWords = (text: string): number => text.split(/\s+/).filter(filled).length

function statementHints(goal: Goal): readonly GoalHint[] {
  const words = countWords(goal.statement)
  const hints: GoalHint[] = []
  if (words > STATEMENT_WORDS) hints.push({ id: 'statementLong', at: 'statement', count: words })
  if (words > 0 && !filled(goal.whyItMatters)) hints.push({ id: 'noWhy', at: 'whyItMatters' })
  if (words > 0 && goal.end === '') hints.push({ id: 'noEnd', at: 'dates' })
  if (goal.start !== '' && goal.end !== '' && goal.end < goal.start) hints.push({ id: 'endBeforeStart', at: 'dates' })
  return hints
}

function mixHints(indicators: readonly Indicator[]): readonly GoalHint[] {
  if (indicators.length === 0) return []
  const hints: GoalHint[] = []
  const has = (test: (indicator: Indicator) => boolean): boolean => indicators.some(test)
  if (!has((indicator) => indicator.measures === 'student_outcome')) hints.push({ id: 'noStudentIndicator', at: 'indicators' })
  if (!has((indicator) => indicator.kind === 'leading')) hints.push({ id: 'noLeading', at: 'indicators' })
  if (!has((indicator) => indicator.kind === 'lagging')) hints.push({ id: 'noLagging', at: 'indicators' })
  if (indicators.length > MOST_INDICATORS) hints.push({ id: 'tooMany', at: 'indicators', count: indicators.length })
  return hints
}

/** Gentle checks on the goal as a whole. An empty goal has none: nobody is told off before the first word. */
export const goalHints = (goal: Goal): readonly GoalHint[] => [...statementHints(goal), ...mixHints(goal.indicators)]

function baselineHint(indicator: Indicator): IndicatorHint | null {
  if (indicator.baselineStatus === 'to_collect') return indicator.baselineDate === '' ? 'noCollectDate' : null
  if (!filled(indicator.baseline)) return 'noBaseline'
  return filled(indicator.baselineSource) ? null : 'noBaselineSource'
}

function targetHint(indicator: Indicator, start: string): IndicatorHint | null {
  if (!filled(indicator.target)) return 'noTarget'
  if (indicator.targetDate === '') return 'noTargetDate'
  return start !== '' && indicator.targetDate < start ? 'targetBeforeStart' : null
}

/** Gentle checks on one indicator; none while it has no words yet. `start` is the goal's first day or empty. */
export const indicatorHints = (indicator: Indicator, start: string): readonly IndicatorHint[] =>
  filled(indicator.text) ? [baselineHint(indicator), targetHint(indicator, start)].filter((hint) => hint !== null) : []

/** Seen in what is written, still open, or a question that only the team can answer. */
export interface SelfCheckItem {
  readonly id:
    | 'specific'
    | 'measurable'
    | 'ambitious'
    | 'relevant'
    | 'timeBound'
    | 'inclusive'
    | 'equitable'
    | 'powerful'
    | 'easy'
    | 'compelling'
    | 'reachable'
    | 'studentFocused'
  readonly state: 'there' | 'open' | 'ask'
}

const seen = (id: SelfCheckItem['id'], there: boolean): SelfCheckItem => ({ id, state: there ? 'there' : 'open' })
const ask = (id: SelfCheckItem['id']): SelfCheckItem => ({ id, state: 'ask' })

/** SMARTIE (The Management Center) and PEERS (Jim Knight) as far as a form can see them; the rest is asked. */
export function selfCheck(goal: Goal): {
  readonly smartie: readonly SelfCheckItem[]
  readonly peers: readonly SelfCheckItem[]
} {
  const { indicators } = goal
  const forStudents = indicators.some(({ measures }) => measures === 'student_outcome')
  const early = indicators.some(({ kind, target }) => kind === 'leading' && filled(target))
  return {
    smartie: [
      seen('specific', filled(goal.studentOutcome) && filled(goal.studentsReached)),
      seen(
        'measurable',
        indicators.some(({ target }) => filled(target)),
      ),
      ask('ambitious'),
      seen('relevant', goal.theme !== null && filled(goal.whyItMatters)),
      seen('timeBound', goal.end !== ''),
      seen('inclusive', filled(goal.inclusive)),
      seen('equitable', filled(goal.equitable)),
    ],
    peers: [
      ask('powerful'),
      ask('easy'),
      seen('compelling', filled(goal.whyItMatters)),
      seen('reachable', early && filled(goal.theoryIf)),
      seen('studentFocused', filled(goal.studentOutcome) && forStudents),
    ],
  }
}
