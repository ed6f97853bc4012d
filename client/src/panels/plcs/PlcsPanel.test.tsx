import { ok, stageRoots, type Command, type CommandAnswer, type PlcId, type ThemeId } from '@groundswell/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { draw, exampleRoom, type ExampleOptions, type Screen } from '../../plc/testing.tsx'
import { PlcsPanel } from './PlcsPanel.tsx'

let drawn: Screen | null = null
afterEach(() => drawn?.close())

interface Options {
  readonly member?: ExampleOptions['member']
  /** Which theme each PLC of the example has, by their places; null is none. */
  readonly taken?: readonly (number | null)[]
  readonly rankings?: Readonly<Record<number, readonly number[]>>
  readonly asks?: readonly { readonly theme: number; readonly plc: number; readonly answer: 'open' | 'takes' | 'stays' }[]
}

/** The example's three PLCs and three themes; a ranking that is sent is shown, as the server would. */
async function open({ member = 0, taken = [0, 0, 1], rankings = {}, asks = [] }: Options = {}) {
  const command = async (sent: Command) => {
    if (sent.type === 'plc.rank') show({ rankings: [{ plc: sent.plc, order: sent.order }], asks: [] })
    return ok({ ok: true, type: sent.type } as CommandAnswer)
  }
  const room = exampleRoom({ member, step: 'plcs', command })
  const roots = stageRoots(room.session.docOf({ kind: 'stage' }))
  const { themes, plcs } = room.file
  const themeAt = (index: number): ThemeId => themes[index]!.id
  const plcAt = (index: number): PlcId => plcs[index]!.id
  const show = (picks: unknown) => roots.session.set('room', picks)
  plcs.forEach(({ id, name, members, order }, index) => {
    const at = taken[index] ?? null
    roots.plcs.set(id, { name, members, order, theme: at === null ? null : themeAt(at) })
  })
  show({
    rankings: Object.entries(rankings).map(([plc, order]) => ({ plc: plcAt(Number(plc)), order: order.map(themeAt) })),
    asks: asks.map(({ theme, plc, answer }) => ({ theme: themeAt(theme), plc: plcAt(plc), answer })),
  })
  drawn = await draw(room.session, <PlcsPanel />)
  const titles = themes.map(({ title }) => title)
  const names = plcs.map(({ name }) => name)
  return { screen: drawn, sent: room.session.sent, themeAt, plcAt, titles, names }
}

const orders = () => [...document.querySelectorAll('ol')].map((list) => list.textContent)

describe('ranking the themes', () => {
  it('moves a theme by its buttons, and the focus goes along', async () => {
    const { screen, sent, themeAt, plcAt, titles } = await open()
    const down = `Move “${titles[0]}” down`
    screen.control(down).focus()
    await screen.press(down)
    expect(sent.at(-1)).toEqual({ type: 'plc.rank', plc: plcAt(0), order: [1, 0, 2].map(themeAt) })
    expect(document.activeElement).toBe(screen.control(down))
    await screen.press(down)
    expect(sent.at(-1)).toEqual({ type: 'plc.rank', plc: plcAt(0), order: [1, 2, 0].map(themeAt) })
    expect(document.activeElement).toBe(screen.control(`Move “${titles[0]}” up`))
  })

  it('leaves the focus where it is when it has gone elsewhere', async () => {
    const { screen, titles } = await open()
    screen.control('Leave').focus()
    await screen.press(`Move “${titles[0]}” down`)
    expect(document.activeElement).toBe(screen.control('Leave'))
  })

  it('keeps the order as it stands, and says until then that there is none', async () => {
    const { screen, sent, themeAt, plcAt } = await open()
    await screen.press('This is our order')
    expect(sent).toEqual([{ type: 'plc.rank', plc: plcAt(0), order: [0, 1, 2].map(themeAt) }])
    expect(screen.has('This is our order')).toBe(false)
  })

  it('B1 shows every PLC’s order to all, and only its members and facilitators can change it', async () => {
    const { screen, titles } = await open({ rankings: { 1: [2, 0, 1] } })
    expect(orders()).toHaveLength(2)
    expect(orders()[1]).toBe(`1${titles[2]} 2${titles[0]} Taken3${titles[1]} `)
    expect(screen.page.querySelectorAll('ol button')).toHaveLength(6)
    await screen.close()
    const { screen: coach } = await open({ member: 'coach' })
    expect(coach.page.querySelectorAll('ol button')).toHaveLength(18)
  })
})

describe('a theme that nobody has', () => {
  it('is called out, with who ranked it best', async () => {
    const { screen, titles, names } = await open({ rankings: { 0: [0, 1, 2], 1: [1, 2, 0] } })
    expect(screen.text()).toContain(`Themes nobody has taken yet`)
    expect(screen.text()).toContain(`${titles[2]}${names[1]} ranked it second.`)
  })

  it('B2 lets a facilitator ask those that share a theme, and shows what they answer', async () => {
    const { screen, sent, themeAt, names } = await open({ member: 'coach', rankings: { 1: [2, 0, 1] } })
    await screen.press(`Ask ${names[1]} and ${names[0]} to reconsider`)
    expect(sent).toEqual([{ type: 'theme.ask', theme: themeAt(2) }])
    await screen.close()
    const asks = [
      { theme: 2, plc: 0, answer: 'stays' },
      { theme: 2, plc: 1, answer: 'open' },
    ] as const
    const { screen: asked } = await open({ member: 'coach', asks })
    expect(asked.text()).toContain(`${names[0]} stays with its theme`)
    expect(asked.text()).toContain(`${names[1]}: asked, no answer yet`)
    expect([...asked.page.querySelectorAll('button')].some(({ textContent }) => textContent.startsWith('Ask '))).toBe(false)
    await asked.close()
    const { screen: took, titles } = await open({ member: 'coach', taken: [0, 2, 1], asks })
    expect(took.text()).toContain(`${names[1]} took “${titles[2]}”`)
    expect(took.text()).not.toContain('stays with its theme')
  })

  it('B2 is a question to a PLC that was asked, and to nobody else', async () => {
    const asks = [{ theme: 2, plc: 0, answer: 'open' }] as const
    const { screen, sent, themeAt, plcAt, titles } = await open({ asks })
    expect(screen.text()).toContain(`2 PLCs share “${titles[0]}” and nobody has taken “${titles[2]}”.`)
    await screen.press('Stay with ours')
    await screen.press('Take it')
    const answer = { type: 'plc.answer', plc: plcAt(0), theme: themeAt(2) }
    expect(sent).toEqual([
      { ...answer, takes: false },
      { ...answer, takes: true },
    ])
    await screen.close()
    const { screen: other } = await open({ asks: [{ theme: 2, plc: 1, answer: 'open' }] })
    expect(other.has('Take it')).toBe(false)
    expect([...other.page.querySelectorAll('button')].some(({ textContent }) => textContent.startsWith('Ask '))).toBe(false)
  })

  it('B2 is no question any more once somebody takes it', async () => {
    const asks = [{ theme: 2, plc: 0, answer: 'open' }] as const
    const { screen } = await open({ asks, taken: [0, 0, 2] })
    expect(screen.has('Take it')).toBe(false)
  })
})

describe('many PLCs', () => {
  it('has one’s own PLC first, and others’ orders folded', async () => {
    const { screen, names } = await open({ member: null, rankings: { 0: [2, 0, 1] } })
    expect([...screen.page.querySelectorAll('h3')].map(({ textContent }) => textContent.trim())).toEqual(names)
    await screen.close()
    const room = exampleRoom({ member: 0, step: 'plcs' })
    const { plcs } = stageRoots(room.session.docOf({ kind: 'stage' }))
    const [first] = room.file.plcs
    if (first === undefined) throw new Error('the example has no PLC')
    plcs.set(first.id, { ...first, order: 99 })
    drawn = await draw(room.session, <PlcsPanel />)
    expect(drawn.page.querySelector('h3')?.textContent).toContain(first.name)
    expect(drawn.page.querySelectorAll('li[data-mine] details')).toHaveLength(0)
  })

  it('B3 asks first, then seats everyone who has no PLC, in new ones while there is none', async () => {
    const room = exampleRoom({ member: 'coach', step: 'plcs' })
    stageRoots(room.session.docOf({ kind: 'stage' })).plcs.clear()
    drawn = await draw(room.session, <PlcsPanel />)
    expect(drawn.text()).toContain('Our themes')
    await drawn.press('Form 3 PLCs for everyone')
    expect(room.session.sent).toEqual([])
    await drawn.press('Give seats')
    const [command] = room.session.sent
    expect(command).toMatchObject({ type: 'plc.fill', plcs: [{ name: 'PLC A' }, { name: 'PLC B' }, { name: 'PLC C' }] })
  })
})
