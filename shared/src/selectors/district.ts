import { STEP_STATUSES, type Indicator, type StepStatus, type Theme } from '../records.ts'
import type { StageView } from './stage.ts'
import type { PlcPlan } from './thread.ts'

/** How far one measure has moved. `last` is null before the first reading. */
export interface Movement {
  readonly indicator: Indicator
  readonly plc: string
  readonly last: { readonly value: string; readonly date: string } | null
}

/** What a district sees of a theme: counts and measures, never a person (SPEC G16). */
export interface ThemeRollUp {
  readonly theme: Theme
  readonly plcs: readonly { readonly name: string; readonly statement: string }[]
  readonly members: number
  readonly steps: Readonly<Record<StepStatus, number>>
  readonly measures: readonly Movement[]
}

const countOf = (plans: readonly PlcPlan[]): ThemeRollUp['steps'] => {
  const all = plans.flatMap(({ view }) => view.steps)
  return Object.fromEntries(
    STEP_STATUSES.map((status) => [status, all.filter((step) => step.status === status).length]),
  ) as ThemeRollUp['steps']
}

const movementsOf = ({ plc, view }: PlcPlan): readonly Movement[] =>
  view.goal.indicators.map((indicator) => {
    const last = view.readings.filter((reading) => reading.indicator === indicator.id).at(-1)
    return { indicator, plc: plc.name, last: last === undefined ? null : { value: last.value, date: last.date } }
  })

/** Each theme with what has become of it, in the order of the themes; one that nobody took has no PLCs. */
export const districtRollUp = (stage: StageView, plans: readonly PlcPlan[]): readonly ThemeRollUp[] =>
  stage.themes.map((theme) => {
    const taken = plans.filter((plan) => (plan.source?.theme.id ?? plan.plc.theme) === theme.id)
    return {
      theme,
      plcs: taken.map(({ plc, view }) => ({ name: plc.name, statement: view.goal.statement.trim() })),
      members: taken.reduce((sum, { plc }) => sum + plc.members.length, 0),
      steps: countOf(taken),
      measures: taken.flatMap(movementsOf),
    }
  })
