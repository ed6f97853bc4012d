import {
  editPlan,
  PLAN_FIELDS,
  plcView,
  saveListItem,
  saveStep,
  type ActionStep,
  type Goal,
  type GoalField,
  type GoalList,
  type Indicator,
  type IndicatorId,
  type ItemId,
  type PlcId,
} from '@groundswell/shared'
import type { Device } from '../../privacy/support/device.ts'
import { until } from '../../support/wait.ts'
import { expect, type Seat } from '../support/fixtures.ts'
import { saved } from './session.ts'
import type { Team } from './example-cohort.ts'

const LABELS: readonly (readonly [GoalField, string])[] = [
  ['studentOutcome', 'What will be different for students?'],
  ['teacherAction', 'What will adults do differently?'],
  ['statement', 'Our goal in one sentence'],
  ['whyItMatters', 'Why this matters to us'],
  ['studentsReached', 'Which students, how many?'],
  ['theoryIf', 'If we …'],
  ['theoryThen', 'then …'],
  ['theorySoThat', 'so that …'],
]

async function writeIndicator({ page }: Seat, indicator: Indicator): Promise<void> {
  await page.getByRole('button', { name: 'Add a measure' }).click()
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  await fill('What do we measure?', indicator.text)
  await page.getByRole('radio', { name: indicator.kind === 'leading' ? /^Early sign/ : /^End result/ }).check()
  await page
    .getByLabel('Whom does it show?')
    .selectOption({ label: indicator.measures === 'student_outcome' ? 'Students' : 'Adults' })
  await fill('Unit', indicator.unit)
  if (indicator.baselineStatus === 'known') {
    await fill('Where are we now?', indicator.baseline)
    await fill('How do we know?', indicator.baselineSource)
    await fill('As of', indicator.baselineDate)
  } else {
    await page.getByLabel('Baseline', { exact: true }).selectOption({ label: 'We will collect it' })
    await fill('How will we find out?', indicator.baselineSource)
    await fill('Collect by', indicator.baselineDate)
  }
  await fill('Where will we be?', indicator.target)
  await fill('By when?', indicator.targetDate)
  await page.getByRole('button', { name: 'Done' }).first().click()
}

/** Writes a whole goal into the form: every sentence, both dates, every measure. */
export async function writeWholeGoal(seat: Seat, goal: Goal): Promise<void> {
  const { page } = seat
  for (const [field, label] of LABELS) await page.getByLabel(label, { exact: true }).fill(goal[field])
  await page.getByLabel('Starts', { exact: true }).fill(goal.start)
  await page.getByLabel('Ends', { exact: true }).fill(goal.end)
  for (const indicator of goal.indicators) await writeIndicator(seat, indicator)
  await saved(seat)
}

/** Writes one's own plan into the form, with one step that feeds a measure. */
export async function writeOwnPlan(seat: Seat, { words }: Team): Promise<void> {
  const { page } = seat
  const own = words.plans.find(({ person }) => person === words.members[0])
  const step = words.steps.find(({ owner }) => owner === words.members[0])
  if (own === undefined || step === undefined) throw new Error('the example has no plan for its first member')
  await page.getByLabel('My part of our goal').fill(own.contribution)
  await page.getByLabel('What I want to get better at').fill(own.growthFocus)
  await page.getByLabel('A strength I bring').fill(own.strength)
  await page.getByRole('button', { name: 'Add a step' }).click()
  await page.getByLabel('What will you do?').fill(step.text)
  await page.getByLabel('Due', { exact: true }).fill(step.due)
  const feeds = words.goal.indicators.find(({ id }) => id === step.indicator)?.text ?? ''
  await page.getByLabel('Feeds which measure?').selectOption({ label: feeds })
  await page.getByLabel('What will you be able to show?').fill(step.evidence)
  await page.getByRole('button', { name: 'Done' }).first().click()
  await expect(page.getByText(step.text)).toBeVisible()
  await saved(seat)
}

const LISTS: readonly GoalList[] = ['successCriteria', 'resources', 'risks']

/** What a member adds to the goal's lists at a device without a screen. */
export async function writeLists(device: Device, plc: PlcId, goal: Goal): Promise<void> {
  const peer = await device.open(`plc:${plc}`)
  for (const list of LISTS)
    goal.lists[list].forEach(({ text }, index) => saveListItem(peer.doc, list, `${list}-${index}` as ItemId, text))
  await peer.saved()
}

/** Writes the plan of a member at a device without a screen: their own words, their own steps, in their own right. */
export async function writePlanOf(device: Device, plc: PlcId, { words, as }: Team): Promise<void> {
  const peer = await device.open(`plc:${plc}`)
  const member = words.members.find((id) => as.get(id) === device.seat.person)
  await until('the measures are there', () => plcView(peer.doc).goal.indicators.length === words.goal.indicators.length)
  const measure = (step: ActionStep): IndicatorId | null => {
    const { text } = words.goal.indicators.find(({ id }) => id === step.indicator) ?? {}
    return plcView(peer.doc).goal.indicators.find((each) => each.text === text)?.id ?? null
  }
  const plan = words.plans.find(({ person }) => person === member)
  if (plan !== undefined) for (const field of PLAN_FIELDS) editPlan(peer.doc, device.seat.person, field, plan[field])
  for (const { id, order: _, ...step } of words.steps.filter(({ owner }) => owner === member))
    saveStep(peer.doc, id, {
      ...step,
      owner: device.seat.person,
      indicator: measure({ id, order: 0, ...step }),
      supportFrom: step.supportFrom.flatMap((person) => as.get(person) ?? []),
      status: 'not_started',
      word: '',
    })
  await peer.saved()
}
