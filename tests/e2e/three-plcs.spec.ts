import type { AgreementLevel, PersonId, PlcFile, PlcId, SessionFile } from '@groundswell/shared'
import { call } from '../privacy/support/http.ts'
import { daysOf, readWord, rowsOf } from '../support/plan-readers.ts'
import { givenCohort, type Cohort, type Team } from './acts/example-cohort.ts'
import { agree } from './acts/plc.ts'
import { pathOfLink, saved } from './acts/session.ts'
import { writeLists, writeOwnPlan, writePlanOf, writeWholeGoal } from './acts/whole-plan.ts'
import { download, expectPlanFiles, faultsIn } from './support/downloads.ts'
import { expect, test, type Room, type Seat } from './support/fixtures.ts'

const MONDAY = '2026-10-26'
test.use({ today: '2026-09-24T15:00:00Z' })

const part = (seat: Seat, name: string) =>
  seat.page.getByRole('navigation', { name: 'Parts of the room' }).getByRole('button', { name, exact: true })

const plcOf = ({ scribe }: Team): PlcId => /\/plc\/([^/#?]+)/.exec(scribe.page.url())?.[1] as PlcId

/** All teams at once, as in the room. */
const inEach = (teams: readonly Team[], act: (team: Team) => Promise<void>) => Promise.all(teams.map((team) => act(team)))

const DOUBT = 'The first draft leaves tech support out'
const DRAFT = 'A first draft of our goal.'
/** The third PLC is not of one mind at first. */
const revises = ({ words }: Team): boolean => words.name === 'PLC C'

async function formPlc({ words, scribe, others }: Team): Promise<void> {
  const { page } = scribe
  await page.getByLabel('Name of a new PLC').fill(words.name)
  await page.getByRole('button', { name: 'Form a PLC' }).click()
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: words.name, exact: true }) })
  await card.getByLabel('Theme').selectOption({ index: ['PLC A', 'PLC B', 'PLC C'].indexOf(words.name) + 1 })
  for (const device of others) {
    const { plcs } = await device.stage((stage) => stage.plcs.some(({ name }) => name === words.name))
    const plc = plcs.find(({ name }) => name === words.name)
    if (plc === undefined) throw new Error(`${words.name} is not there`)
    expect(await device.command({ type: 'plc.join', plc: plc.id, person: device.seat.person })).toBe('ok')
  }
  await expect(card.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(4)
}

async function writeGoal(team: Team): Promise<void> {
  const { page } = team.scribe
  await page.waitForURL(/\/plc\//)
  await page.getByRole('button', { name: 'Start our goal from this theme' }).click()
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Quote in our goal' }).first().click()
  const { goal } = team.words
  await writeWholeGoal(team.scribe, revises(team) ? { ...goal, statement: DRAFT } : goal)
  const [first] = team.others
  if (first !== undefined) await writeLists(first, plcOf(team), team.words.goal)
}

async function writePlans(team: Team): Promise<void> {
  await part(team.scribe, 'My plan').click()
  await Promise.all([writeOwnPlan(team.scribe, team), ...team.others.map((device) => writePlanOf(device, plcOf(team), team))])
  for (const { person } of team.words.plans) expect(team.as.has(person)).toBe(true)
}

interface Answer {
  readonly level: AgreementLevel
  readonly reservation: string
}

/** Everyone answers alone: those without a screen first, so that the browser sees that it sees nothing. */
async function answer(team: Team, levelOf: (person: PersonId) => Answer): Promise<void> {
  const { scribe, others, words, as } = team
  const given = words.members.map((id) => ({ ...levelOf(id), person: as.get(id) }))
  for (const device of others) {
    const { level = 5, reservation = '' } = given.find(({ person }) => person === device.seat.person) ?? {}
    expect(await device.command({ type: 'agreement.set', plc: plcOf(team), level, reservation })).toBe('ok')
  }
  await expect(scribe.page.getByText('3 of 4 have answered')).toBeVisible()
  const heard = scribe.received.join('')
  for (const { reservation } of given) if (reservation !== '') expect(heard).not.toContain(reservation)
  await agree(scribe, new RegExp(`^${given[0]?.level ?? 5}`))
}

const finalAnswer =
  ({ words }: Team) =>
  (person: PersonId): Answer =>
    words.agreement.find((each) => each.person === person) ?? { level: 5, reservation: '' }

/** Someone is below 3: one revision, and both rounds stay on record. */
async function reviseOnce(team: Team): Promise<void> {
  const { page } = team.scribe
  const doubter = team.words.members[2]
  await answer(team, (person) => (person === doubter ? { level: 2, reservation: DOUBT } : { level: 4, reservation: '' }))
  await expect(page.getByText(DOUBT)).toBeVisible()
  await page.getByRole('button', { name: 'Revise the goal' }).click()
  await page.getByLabel('Our goal in one sentence').fill(team.words.goal.statement)
  await saved(team.scribe)
  await part(team.scribe, 'Agree').click()
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByText(/Round 2/).first()).toBeVisible()
}

async function sign(team: Team): Promise<void> {
  const { page } = team.scribe
  await part(team.scribe, 'Agree').click()
  if (revises(team)) await reviseOnce(team)
  await answer(team, finalAnswer(team))
  await expect(page.getByText('Everyone can stand behind this goal.')).toBeVisible()
  await part(team.scribe, 'Check-in').click()
  await page.getByRole('button', { name: 'Add 30, 60 and 90 days' }).click()
  await saved(team.scribe)
  await page.getByRole('link', { name: 'See our page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The session as data. The coach's token may be weeks old by now; the device's key is good for a new one. */
async function exported({ seat }: Cohort, { server }: Room): Promise<SessionFile> {
  const path = `/api/sessions/${seat.session}`
  const { body } = await call(server.url, 'POST', `${path}/refresh`, { key: seat.key })
  const headers = { authorization: `Bearer ${(body as typeof seat).token}` }
  return (await call(server.url, 'GET', `${path}/export.json`, undefined, headers)).body as SessionFile
}

const madeBy = (file: SessionFile, { words }: Team): PlcFile => {
  const plc = file.plcs.find(({ name }) => name === words.name)
  if (plc === undefined) throw new Error(`${words.name} is not in the file`)
  return plc
}

/** The data that every file is compared with holds what the team wrote, linked from note to step. */
function expectWhole(file: SessionFile, team: Team): void {
  const plc = madeBy(file, team)
  const { words } = team
  expect(plc.theme).toBe(words.theme)
  expect(plc.goal).toMatchObject({
    theme: words.theme,
    statement: words.goal.statement,
    start: words.goal.start,
    end: words.goal.end,
  })
  const bare = ({ id: _, order: __, ...indicator }: PlcFile['goal']['indicators'][number]) => indicator
  expect(plc.goal.indicators.map(bare)).toEqual(words.goal.indicators.map(bare))
  expect(plc.goal.quotes).toHaveLength(2)
  for (const member of plc.members) {
    const own = plc.steps.filter(({ owner }) => owner === member)
    expect(own.length).toBeGreaterThan(0)
    for (const { indicator } of own) expect(plc.goal.indicators.map(({ id }) => id)).toContain(indicator)
  }
  const levelOf = (person: PersonId) => plc.agreement.find((each) => each.person === person)?.level
  expect(words.members.map((id) => levelOf(team.as.get(id) ?? id))).toEqual(
    words.members.map((id) => finalAnswer(team)(id).level),
  )
  expect(plc.rounds).toHaveLength(revises(team) ? 2 : 1)
  expect(plc.checkIns.map(({ day, date }) => [day, date])).toEqual([
    [30, MONDAY],
    [60, '2026-11-23'],
    [90, '2026-12-23'],
  ])
}

const reading = (team: Team) => team.words.goal.indicators[0]?.text ?? ''
const stepOf = ({ words }: Team, member: number) => words.steps.find(({ owner }) => owner === words.members[member])?.text ?? ''

/** Steps first, then a reading, then what was learned: a member on a phone, from the link in the calendar. */
async function checkIn({ page }: Seat, team: Team): Promise<void> {
  const step = stepOf(team, 1)
  await page.getByLabel(`Status of: ${step}`).selectOption({ label: 'Stuck' })
  await page.getByLabel(`A word on: ${step}`).fill(WORD)
  const measure = page.getByRole('article').filter({ hasText: reading(team) })
  await measure.getByLabel('New reading', { exact: true }).fill('31')
  await measure.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Write an entry' }).click()
  const entry = page.getByRole('article', { name: /^Entry of Oct 26, 2026/ })
  await entry.getByLabel('We predicted').fill('Forty percent by now')
  await entry.getByLabel('What happened, compared with the prediction').fill(LEARNED)
  await entry.getByRole('radio', { name: /^Adopt/ }).check()
  await page.getByRole('button', { name: 'Add a date' }).click()
  await saved({ page } as Seat)
}

const WORD = 'The kits came late'
const LEARNED = 'Thirty-one, and the talks were better'

/** What another member sees without doing anything. */
async function expectCheckedIn({ page }: Seat, team: Team): Promise<void> {
  await expect(page.getByLabel(`Status of: ${stepOf(team, 1)}`)).toHaveValue('stuck')
  await expect(page.getByLabel(`A word on: ${stepOf(team, 1)}`)).toHaveValue(WORD)
  await expect(page.getByRole('img', { name: new RegExp(`1 reading, last 31`) })).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Adopt/ })).toBeChecked()
  await expect(page.getByRole('list').getByLabel('Date', { exact: true })).toHaveCount(4)
}

/** The page of the whole district: each theme with the PLC that took it. */
async function expectDistrict(coach: Seat, file: SessionFile): Promise<void> {
  await coach.page.goto(`/s/${/\/s\/([^/]+)/.exec(coach.page.url())?.[1]}/plan`)
  const html = (await download(coach, 'Web page, in one file')).toString()
  expect(await faultsIn(coach, html)).toEqual([])
  const text = html.replaceAll('&#39;', "'")
  for (const { title } of file.themes) expect(text).toContain(title)
  for (const { name, goal } of file.plcs) for (const words of [name, goal.statement]) expect(text).toContain(words)
  const days = daysOf((await download(coach, 'Calendar: check-ins and due dates')).toString())
  expect(days.filter(({ start, url }) => start === MONDAY && url !== null)).toHaveLength(file.plcs.length)
}

test('three PLCs of four take their themes to signed plans and files, and come back after thirty days', async ({ room }) => {
  const cohort = await givenCohort(room)
  const { coach, teams, go } = cohort
  await test.step('four people each form a PLC, take a theme, quote its notes and write the goal', async () => {
    await inEach(teams, formPlc)
    await expect(coach.page.getByText('Every theme has a PLC.')).toBeVisible()
    await go('goal')
    await inEach(teams, writeGoal)
  })

  const file = await test.step('all twelve write their own plans and sign', async () => {
    await go('plan')
    await inEach(teams, writePlans)
    await go('commit')
    await inEach(teams, sign)
    const made = await exported(cohort, room)
    for (const team of teams) expectWhole(made, team)
    return made
  })

  await test.step('every file of every PLC opens in a reader of its format', async () => {
    await inEach(teams, (team) => expectPlanFiles(team.scribe, madeBy(file, team), file))
    await expectDistrict(coach, file)
  })

  const [, team] = teams
  if (team === undefined) throw new Error('there is no second PLC')
  const calendar = await download(team.scribe, 'Calendar: check-ins and due dates')
  const day = daysOf(calendar.toString()).find(({ start, url }) => start === MONDAY && url !== null)
  await room.travel(`${MONDAY}T15:00:00Z`)
  const member = await test.step('the link in the calendar leads a member into the check-in', async () => {
    const seat = await room.open('phone', pathOfLink(day?.url ?? ''))
    await seat.page.getByText('Denise Albright').click()
    await seat.page.getByRole('button', { name: /check-in/i }).click()
    await expect(seat.page.getByRole('heading', { name: 'Coming back' })).toBeVisible()
    return seat
  })

  await test.step('what one member finds is there for another at once, and in the files', async () => {
    const { scribe } = team
    await scribe.page.goto(pathOfLink(day?.url ?? ''))
    await expect(scribe.page.getByRole('heading', { name: 'Coming back' })).toBeVisible()
    await checkIn(member, team)
    await expectCheckedIn(scribe, team)
    await member.page.screenshot({ path: test.info().outputPath('checkin-390.png'), fullPage: true })
    await scribe.page.screenshot({ path: test.info().outputPath('checkin-1366.png') })
    await scribe.page.getByRole('link', { name: 'See our page' }).click()
    const later = madeBy(await exported(cohort, room), team)
    expect(later.readings).toMatchObject([{ value: '31', date: MONDAY }])
    expect(later.pdsa).toMatchObject([{ act: 'adopt', study: LEARNED }])
    const rows = rowsOf((await download(scribe, 'CSV, the steps as a table')).toString())
    expect(rows.find((row) => row['Step'] === stepOf(team, 1))).toMatchObject({ Status: 'Stuck' })
    const { text } = await readWord(await download(scribe, 'Word document'))
    for (const words of [WORD, LEARNED, '31']) expect(text).toContain(words)
    expect(daysOf((await download(scribe, 'Calendar: check-ins and due dates')).toString()).length).toBe(
      daysOf(calendar.toString()).length + 1,
    )
  })
})
