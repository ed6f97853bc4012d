import { afterEach, describe, expect, it } from 'vitest'
import { draw, exampleRoom, type Screen } from '../plc/testing.tsx'
import { PlanPage } from './PlanPage.tsx'
import { PlansPage } from './PlansPage.tsx'

let drawn: Screen | null = null
afterEach(async () => {
  await drawn?.close()
  drawn = null
})

describe('the page of a PLC', () => {
  it('holds the whole thread, from the notes to the agreement', async () => {
    const { session, plc, view } = exampleRoom({ member: null })
    const screen = await draw(session, <PlanPage plc={plc} />)
    drawn = screen
    const words = screen.text()
    const { goal, steps } = view()
    for (const text of [
      goal.statement,
      goal.whyItMatters,
      goal.theoryIf,
      ...goal.indicators.map((each) => each.text),
      ...steps.map((each) => each.text),
    ]) {
      expect(words).toContain(text)
    }
    expect(words).toContain('It is not part of anyone’s evaluation.')
  })

  it('has one first heading, named tables and row headings', async () => {
    const { session, plc } = exampleRoom()
    const screen = await draw(session, <PlanPage plc={plc} />)
    drawn = screen
    expect(screen.page.querySelectorAll('h1')).toHaveLength(1)
    const tables = [...screen.page.querySelectorAll('table')]
    expect(tables.length).toBeGreaterThan(1)
    for (const table of tables) {
      expect(table.querySelector('caption')?.textContent).not.toBe('')
      expect(table.querySelectorAll('thead th[scope=col]').length).toBeGreaterThan(1)
      expect(table.querySelector('tbody th[scope]')).not.toBeNull()
    }
  })

  it('says so when there is no such PLC', async () => {
    const { session } = exampleRoom()
    const screen = await draw(session, <PlanPage plc={'nowhere' as never} />)
    drawn = screen
    expect(screen.text()).toContain('This PLC is not part of the session.')
  })

  it('leaves out what nobody has written yet', async () => {
    const { session, plc } = exampleRoom({ empty: true })
    const screen = await draw(session, <PlanPage plc={plc} />)
    drawn = screen
    expect(screen.text()).toContain('No goal yet')
    expect(screen.text()).not.toContain('How we will know')
  })
})

describe('my page', () => {
  it('holds my own steps, who counts on me, and nobody else’s plan', async () => {
    const { session, plc, members, view } = exampleRoom({ member: 1 })
    const screen = await draw(session, <PlanPage plc={plc} />)
    drawn = screen
    await screen.press('My page')
    const words = screen.page.querySelector('article')?.textContent ?? ''
    const { steps, goal, plans } = view()
    const own = steps.filter(({ owner }) => owner === members[1])
    expect(own.length).toBeGreaterThan(0)
    for (const text of [goal.statement, ...own.flatMap((step) => [step.text, step.ifThen])]) expect(words).toContain(text)
    for (const plan of plans.filter(({ person }) => person !== members[1])) expect(words).not.toContain(plan.growthFocus)
    const asked = steps.filter(({ owner, supportFrom }) => owner !== members[1] && supportFrom.includes(members[1]!))
    expect(asked.length).toBeGreaterThan(0)
    for (const { text } of asked) expect(words).toContain(text)
    await screen.press('The whole plan')
    expect(screen.text()).toContain(plans.find(({ person }) => person === members[0])?.growthFocus ?? '?')
  })

  it('is for members alone', async () => {
    const { session, plc } = exampleRoom({ member: null })
    const screen = await draw(session, <PlanPage plc={plc} />)
    drawn = screen
    expect(screen.has('My page')).toBe(false)
  })
})

describe('the overview', () => {
  it('says how far each PLC has come, by counts and measures', async () => {
    const { session, view } = exampleRoom({ member: null })
    const screen = await draw(session, <PlansPage />)
    drawn = screen
    const card = screen.page.querySelector('ul article')?.textContent ?? ''
    const measure = view().goal.indicators[0]!
    const last = view()
      .readings.filter(({ indicator }) => indicator === measure.id)
      .at(-1)!
    expect(card).toContain(`${measure.text}${measure.baseline}%`)
    expect(card).toContain(`→ ${last.value}%`)
    expect(card).toContain(`target ${measure.target}%`)
    expect(card).toMatch(/Not started: \d+ · Changed: 1/)
  })

  it('links every PLC’s page', async () => {
    const { session, file } = exampleRoom({ member: null })
    const screen = await draw(session, <PlansPage />)
    drawn = screen
    const links = [...screen.page.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    for (const plc of file.plcs) expect(links).toContain(`/s/session/plan/${plc.id}`)
  })
})
