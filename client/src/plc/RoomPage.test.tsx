import { agendaFrom, editGoal, seedReply, showRound, stageRoots } from '@groundswell/shared'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { RoomPage } from './RoomPage.tsx'
import { draw, exampleRoom, type ExampleOptions, type ExampleRoom, type Screen } from './testing.tsx'

let drawn: Screen | null = null
afterEach(async () => {
  await drawn?.close()
  drawn = null
})

async function open(options: ExampleOptions = {}): Promise<ExampleRoom & { readonly screen: Screen }> {
  const room = exampleRoom(options)
  drawn = await draw(room.session, <RoomPage plc={room.plc} />)
  return { ...room, screen: drawn }
}

describe('the goal', () => {
  it('starts from the theme with a link, and keeps the notes where they are', async () => {
    const { screen, view } = await open({ empty: true })
    expect(view().goal.theme).toBeNull()
    await screen.press('Start our goal from this theme')
    expect(view().goal.theme).not.toBeNull()
    expect(screen.has('Start our goal from this theme')).toBe(false)
  })

  it('takes what is typed into the shared text', async () => {
    const { screen, view } = await open({ empty: true })
    await screen.type('What will be different for students?', 'Students publish.')
    expect(view().goal.studentOutcome).toBe('Students publish.')
  })

  it('offers a first sentence of the team’s own words and never overwrites one', async () => {
    const { screen, view } = await open({ empty: true })
    await screen.type('What will be different for students?', 'Students publish for families.')
    await screen.press('Put this in')
    expect(view().goal.statement).toBe('By …, students will publish for families, as seen in ….')
    expect(screen.has('Put this in')).toBe(false)
  })

  it('quotes a note and takes the quotation back', async () => {
    const { screen, view } = await open({ empty: true })
    await screen.press('Quote in our goal')
    expect(view().goal.quotes).toHaveLength(1)
    await screen.press('Remove the quote')
    expect(view().goal.quotes).toHaveLength(0)
  })

  it('hints at a missing student measure and saves all the same', async () => {
    const { screen, view } = await open({ empty: true })
    await screen.press('Add a measure')
    await screen.type('What do we measure?', 'Units with a creation task')
    await screen.type('Whom does it show?', 'teacher_action')
    expect(screen.text()).toContain('No measure shows students yet.')
    expect(view().goal.indicators).toMatchObject([
      { text: 'Units with a creation task', measures: 'teacher_action', kind: 'leading' },
    ])
  })

  it('stops offering measures at four', async () => {
    const { screen } = await open()
    await screen.press('Add a measure')
    expect(screen.has('Add a measure')).toBe(false)
    expect(screen.text()).toContain('Four measures are enough for one page.')
  })
})

describe('my plan', () => {
  it('adds a step of my own that feeds a measure', async () => {
    const { screen, view, members } = await open({ step: 'plan' })
    const measure = view().goal.indicators[0]!
    await screen.press('Add a step')
    await screen.type('What will you do?', 'Visit three teams')
    await screen.type('Feeds which measure?', measure.id)
    await screen.type('Due', '2026-12-01')
    expect(view().steps.at(-1)).toMatchObject({
      text: 'Visit three teams',
      owner: members[0],
      indicator: measure.id,
      due: '2026-12-01',
    })
  })

  it('asks before it takes a step away', async () => {
    const { screen, view } = await open({ step: 'plan' })
    const before = view().steps.length
    await screen.press(`Edit step: ${view().steps[0]!.text}`)
    await screen.press('Remove step')
    expect(view().steps).toHaveLength(before)
    await screen.press('Keep it')
    expect(view().steps).toHaveLength(before)
  })

  it('shows the plans of others without a way to write in them', async () => {
    const { screen, members } = await open({ step: 'plan' })
    await screen.type('Whose plan', members[1]!)
    expect(screen.has('My part of our goal')).toBe(false)
    expect(screen.has('Add a step')).toBe(false)
  })

  it('leads from a step to the notes behind it', async () => {
    const { screen } = await open({ step: 'plan' })
    await screen.press('The notes behind it')
    expect(document.body.textContent).toContain('Quoted in the goal')
  })
})

describe('agreement', () => {
  const answered = (round: number, shown: boolean) => ({ round, shown, answered: [] })

  it('sends a level with its reservation to the server, and puts nothing into the shared document', async () => {
    const room = exampleRoom({ step: 'commit' })
    const before = room.view()
    stageRoots(room.session.docOf({ kind: 'stage' })).agreements.set(room.plc, answered(2, false))
    const screen = await draw(room.session, <RoomPage plc={room.plc} />)
    drawn = screen
    await screen.press('2 Not yet: something must change')
    await screen.type('What would raise it by one?', 'A smaller first step')
    expect(room.session.sent).toEqual([])
    await screen.press('Give my answer')
    expect(room.session.sent).toEqual([{ type: 'agreement.set', plc: room.plc, level: 2, reservation: 'A smaller first step' }])
    expect(room.view()).toEqual(before)
  })

  it('shows what I answered to me alone, with a way to change it', async () => {
    const mine = { plc: exampleRoom().plc, round: 1, level: 2, reservation: 'A smaller first step' } as const
    const facts = { votes: [], agreements: [mine], reactions: [], flags: [], done: false, links: null, code: null }
    const room = exampleRoom({ step: 'commit', facts, member: 0 })
    const { agreements } = stageRoots(room.session.docOf({ kind: 'stage' }))
    agreements.set(room.plc, { round: 1, shown: false, answered: [room.members[0]] })
    const screen = await draw(room.session, <RoomPage plc={room.plc} />)
    drawn = screen
    expect(screen.text()).toContain('1 of 4 have answered')
    expect(screen.text()).toContain('A smaller first step')
    expect(screen.has('Give my answer')).toBe(false)
    await screen.press('Take it back')
    expect(room.session.sent).toEqual([{ type: 'agreement.clear', plc: room.plc }])
  })

  it('asks before it shows answers while someone is missing, and asks again in a new round', async () => {
    const room = exampleRoom({ step: 'commit', member: 'coach' })
    const { agreements } = stageRoots(room.session.docOf({ kind: 'stage' }))
    agreements.set(room.plc, { round: 1, shown: false, answered: room.members.slice(1) })
    const screen = await draw(room.session, <RoomPage plc={room.plc} />)
    drawn = screen
    await screen.press('Show the answers')
    expect(room.session.sent).toEqual([])
    await screen.press('Show them')
    expect(room.session.sent).toEqual([{ type: 'agreement.show', plc: room.plc }])
  })

  it('puts the lowest first once the answers are shown, asks for one revision, and keeps the round on record', async () => {
    const room = exampleRoom({ step: 'commit' })
    const doc = room.session.docOf({ kind: 'plc', plc: room.plc })
    const [first, second] = room.members
    const low = { person: second!, level: 2, reservation: 'Too much at once' } as const
    showRound(doc, { round: 1, at: Date.UTC(2026, 10, 3), answers: [{ person: first!, level: 5, reservation: '' }, low] })
    const screen = await draw(room.session, <RoomPage plc={room.plc} />)
    drawn = screen
    expect(screen.text()).toContain('revise the goal once')
    expect(screen.text().indexOf('2 of 5')).toBeLessThan(screen.text().indexOf('5 of 5'))
    await screen.press('Ask again')
    expect(room.session.sent).toEqual([{ type: 'agreement.again', plc: room.plc }])
  })
})

describe('versions of the goal', () => {
  it('are kept on demand and show what changed by words', async () => {
    const room = exampleRoom({ step: 'commit' })
    const doc = room.session.docOf({ kind: 'plc', plc: room.plc })
    editGoal(doc, 'statement', 'By May students publish.')
    const screen = await draw(room.session, <RoomPage plc={room.plc} />)
    drawn = screen
    await screen.press('Keep this version')
    await act(async () => editGoal(doc, 'statement', 'By June students publish.'))
    await screen.press('Keep this version')
    expect(room.view().versions.map(({ by }) => by)).toEqual([room.members[0], room.members[0]])
    await screen.press('What changed in version 2')
    expect(document.querySelector('del')?.textContent).toBe('May ')
    expect(document.querySelector('ins')?.textContent).toBe('June ')
  })
})

describe('a check-in', () => {
  it('takes a reading that is a number and explains what is none', async () => {
    const { screen, view } = await open({ step: 'checkin' })
    const before = view().readings.length
    await screen.type('New reading', 'about 30')
    await screen.press('Save')
    expect(screen.text()).toContain('That is not a number.')
    expect(view().readings).toHaveLength(before)
    await screen.type('New reading', '31')
    await screen.press('Save')
    expect(view().readings.filter((reading) => reading.value === '31')).toHaveLength(1)
  })

  it('changes the status of a step, with a word', async () => {
    const { screen, view } = await open({ step: 'checkin' })
    const [step] = view().steps
    await screen.type(`Status of: ${step!.text}`, 'stuck')
    await screen.type(`A word on: ${step!.text}`, 'The kits are late')
    expect(view().steps[0]).toMatchObject({ status: 'stuck', word: 'The kits are late' })
  })

  it('draws readings against baseline and target, with a table that can be put right', async () => {
    const { screen, view } = await open({ step: 'checkin' })
    const reading = view().readings[0]!
    expect(screen.page.querySelector('svg[role=img]')?.getAttribute('aria-label')).toContain('target 60%')
    const row = [...screen.page.querySelectorAll('tbody tr')].find((each) => each.querySelector('input')?.value === reading.value)
    await act(async () => row!.querySelector<HTMLElement>('button')!.click())
    expect(view().readings).toContainEqual(reading)
    await screen.press('Remove')
    expect(view().readings).not.toContainEqual(reading)
  })

  it('removes a date and an entry, and adds a date after the last', async () => {
    const { screen, view } = await open({ step: 'checkin' })
    const { checkIns, pdsa } = view()
    await screen.press('Add a date')
    expect(view().checkIns.at(-1)!.date > checkIns.at(-1)!.date).toBe(true)
    expect(pdsa).toHaveLength(1)
    const remove = [...screen.page.querySelectorAll('button')].find((each) =>
      each.getAttribute('aria-label')?.startsWith('Remove: Entry'),
    )
    await act(async () => remove!.click())
    await screen.press('Remove')
    expect(view().pdsa).toEqual([])
  })

  it('writes an entry with its prediction', async () => {
    const { screen, view } = await open({ step: 'checkin', empty: true })
    await screen.press('Write an entry')
    await screen.type('We predicted', 'Twenty teams')
    expect(view().pdsa).toMatchObject([{ predict: 'Twenty teams', act: null }])
  })
})

describe('someone from elsewhere', () => {
  it.each(['goal', 'plan', 'commit', 'checkin'] as const)('reads the step %s and finds nothing to write in', async (step) => {
    const { screen } = await open({ member: null, step })
    expect(screen.text()).toContain('You are reading this PLC’s work.')
    expect(screen.page.querySelectorAll('textarea, input')).toHaveLength(0)
    for (const name of ['Add a measure', 'Add a step', 'Quote in our goal', 'Write an entry', 'Save'])
      expect(screen.has(name)).toBe(false)
  })
})

describe('the session going on elsewhere', () => {
  it('is said, with a way back, when the new step has no part in the room', async () => {
    const room = exampleRoom({ step: 'goal' })
    const screen = await draw(room.session, <RoomPage plc={room.plc} />)
    drawn = screen
    expect(screen.text()).not.toContain('moved on')
    await act(async () => {
      const { session } = stageRoots(room.session.docOf({ kind: 'stage' }))
      session.set('step', agendaFrom('cohort').find((step) => step.kind === 'write')?.id)
    })
    expect(screen.text()).toContain('The session has moved on to another step.')
    expect(screen.text()).toContain('Back to the session')
  })
})

describe('questions of the coach', () => {
  it('are shown to this PLC and settled by a command', async () => {
    const room = exampleRoom()
    stageRoots(room.session.docOf({ kind: 'stage' })).questions.set('q1', {
      plcs: [room.plc],
      text: 'Whose voice is missing?',
      from: 'coach',
    })
    seedReply(room.session.docOf({ kind: 'plc', plc: room.plc }), 'q1')
    const screen = await draw(room.session, <RoomPage plc={room.plc} />)
    drawn = screen
    expect(screen.text()).toContain('Whose voice is missing?')
    await screen.type('Our answer', 'The families who work nights')
    expect(room.view().replies).toContainEqual({ question: 'q1', text: 'The families who work nights' })
    await screen.press('That is our answer')
    await screen.press('Park it for later')
    expect(room.session.sent).toEqual([
      { type: 'question.settle', question: 'q1', plc: room.plc, state: 'answered' },
      { type: 'question.settle', question: 'q1', plc: room.plc, state: 'parked' },
    ])
  })

  it('open the last one asked, fold those before it, and close nothing when another comes', async () => {
    const room = exampleRoom()
    const stage = stageRoots(room.session.docOf({ kind: 'stage' }))
    const ask = (id: string, at: number) => stage.questions.set(id, { plcs: null, text: `Question ${id}?`, from: 'coach', at })
    ask('q1', 1)
    ask('q2', 2)
    drawn = await draw(room.session, <RoomPage plc={room.plc} />)
    const { page } = drawn
    const opened = () =>
      [...page.querySelectorAll<HTMLDetailsElement>('section > details')].flatMap((card) =>
        card.open ? [/Question (\w+)/.exec(card.textContent)?.[1]] : [],
      )
    expect(opened()).toEqual(['q2'])
    await act(async () => ask('q3', 3))
    expect(opened()).toEqual(['q2', 'q3'])
  })
})
