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

describe('the overview', () => {
  it('links every PLC’s page', async () => {
    const { session, file } = exampleRoom({ member: null })
    const screen = await draw(session, <PlansPage />)
    drawn = screen
    const links = [...screen.page.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    for (const plc of file.plcs) expect(links).toContain(`/s/session/plan/${plc.id}`)
  })
})
