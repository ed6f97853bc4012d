import {
  addDeskNote,
  boardView,
  createCluster,
  deskNotes,
  mergeClusters,
  stageRoots,
  stageView,
  type ClusterId,
  type Command,
  type Naming,
  type NoteId,
  type PersonId,
} from '@groundswell/shared'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { draw, exampleRoom, type ExampleOptions, type ExampleRoom, type Screen } from '../plc/testing.tsx'
import { SessionScreen } from './SessionScreen.tsx'

let drawn: Screen | null = null

beforeEach(() => {
  localStorage.setItem('groundswell.view', 'list')
  history.replaceState(null, '', '/s/session')
})

afterEach(async () => {
  await drawn?.close()
  drawn = null
  localStorage.clear()
  sessionStorage.clear()
})

/** Changes the stage before it is drawn, as the server would have. */
type Prepare = (session: ReturnType<typeof stageRoots>['session']) => void

async function open(options: ExampleOptions, prepare: Prepare = () => {}): Promise<ExampleRoom & { readonly screen: Screen }> {
  const room = exampleRoom(options)
  prepare(stageRoots(room.session.docOf({ kind: 'stage' })).session)
  drawn = await draw(room.session, <SessionScreen />)
  return { ...room, screen: drawn }
}

const coach = { member: 'coach' } as const
const types = (sent: readonly Command[]) => sent.map((command) => command.type)
const boardOf = ({ session }: ExampleRoom) => boardView(session.docOf({ kind: 'board' }))

describe('leading', () => {
  it('is for facilitators alone: others have no way to move the session', async () => {
    const { screen } = await open({ step: 'group' })
    expect(screen.has('Next: name the clusters')).toBe(false)
    expect(screen.has('Back')).toBe(false)
    expect(screen.has('Tidy the board')).toBe(false)
    expect(screen.has('I’m done')).toBe(true)
  })

  it('asks before it moves everyone', async () => {
    const { screen, session } = await open({ ...coach, step: 'group' }, (stage) => stage.set('room', { here: 12 }))
    await screen.press('Next: name the clusters')
    expect(session.sent).toEqual([])
    expect(document.body.textContent).toContain('people have not said “I’m done”')
    await screen.press('Go on')
    expect(types(session.sent)).toEqual(['step.go'])
  })

  it('warns before a vote on fewer than five clusters or more than nine', async () => {
    const room = await open({ ...coach, step: 'name' })
    const board = room.session.docOf({ kind: 'board' })
    const ask = async () => {
      await room.screen.press('Next: vote')
      const said = document.querySelector('[role=dialog]')?.textContent ?? ''
      await room.screen.press('Stay here')
      return said
    }
    const [kept, ...others] = [...boardOf(room).clusters.values()]
    expect(others.length).toBeGreaterThanOrEqual(4)
    expect(await ask()).not.toContain('Five to nine')
    await act(async () => others.forEach(({ id }) => mergeClusters(board, id, kept!.id)))
    expect(await ask()).toContain('Only 1 cluster')
    const notes = [...boardOf(room).notes.keys()].slice(0, 10)
    await act(async () =>
      notes.forEach((note) => createCluster(board, { id: `new-${note}` as ClusterId, at: { x: 0, y: 0 } }, [note])),
    )
    expect(await ask()).toContain('votes would scatter')
  })

  it('puts the facilitator’s own words before ours', async () => {
    const { screen } = await open({ step: 'welcome' }, (stage) => {
      const agenda = stage.get('agenda') as readonly Record<string, unknown>[]
      stage.set(
        'agenda',
        agenda.map((step) => (step['kind'] === 'welcome' ? { ...step, instruction: 'Find a seat and a coffee.' } : step)),
      )
    })
    expect(screen.text()).toContain('Find a seat and a coffee.')
    expect(screen.text()).not.toContain('Welcome. See why we are here')
  })
})

/** The example's person stands for a table of four. */
async function atTable(naming: Naming) {
  const room = exampleRoom({ step: 'write' })
  const { people, session } = stageRoots(room.session.docOf({ kind: 'stage' }))
  const me = room.session.seat.person
  people.set(me, { ...(people.get(me) as object), device: 'table', heads: 4 })
  session.set('naming', naming)
  drawn = await draw(room.session, <SessionScreen />)
  const screen = drawn
  return { ...room, screen, ask: (label: string, words: string) => screen.type(label, words) }
}

describe('writing', () => {
  const secret: Prepare = (stage) =>
    stage.set('writing', {
      current: { notes: 143, writers: 49, revealed: false },
      ideal: { notes: 0, writers: 0, revealed: false },
    })

  it('keeps a note on the own desk and shows others as counts', async () => {
    const { screen, session } = await open({ step: 'write' }, secret)
    const field = screen.page.querySelector('textarea')!
    await screen.type(document.querySelector(`label[for='${field.id}']`)!.textContent, 'Carts are locked.')
    await screen.press('Add note')
    const person = session.seat.person
    expect(deskNotes(session.docOf({ kind: 'desk', person })).map((note) => note.text)).toEqual(['Carts are locked.'])
    expect(screen.text()).toContain('143 ideas so far')
    expect(screen.text()).toContain('Only you can see these until')
  })

  it('N8: asks a table for initials where names are shown, once for each note', async () => {
    const { screen, session, ask } = await atTable('named')
    await ask('Initials, if you like', 'j.d.')
    await ask(stageView(session.docOf({ kind: 'stage' })).questions.current, 'Carts are locked.')
    await screen.press('Add note')
    await ask(stageView(session.docOf({ kind: 'stage' })).questions.current, 'Nobody asks.')
    await screen.press('Add note')
    const notes = deskNotes(session.docOf({ kind: 'desk', person: session.seat.person }))
    expect(notes.map(({ text, initials }) => [text, initials])).toEqual([
      ['Carts are locked.', 'JD'],
      ['Nobody asks.', ''],
    ])
    expect(screen.text()).toContain('From JD')
  })

  it('N8: asks nobody for initials where no names were promised, and no single person', async () => {
    expect((await atTable('no_names')).screen.text()).not.toContain('Initials')
    await drawn?.close()
    expect((await open({ step: 'write' }, secret)).screen.text()).not.toContain('Initials')
  })

  it('says that revealing shows everyone’s notes, and to whom names are shown', async () => {
    const { screen } = await open({ ...coach, step: 'write' }, secret)
    await screen.press('Reveal the notes')
    expect(document.body.textContent).toContain('143 notes move from all desks to the shared board')
  })

  it('offers to add a late note after the reveal', async () => {
    const room = exampleRoom({ step: 'write' })
    const { session } = room
    addDeskNote(session.docOf({ kind: 'desk', person: session.seat.person }), {
      id: 'late' as NoteId,
      horizon: 'current',
      text: 'Too late?',
    })
    drawn = await draw(session, <SessionScreen />)
    await drawn.press('Add to the board')
    expect(session.sent).toEqual([{ type: 'desk.publish', note: 'late' }])
  })
})

describe('the list', () => {
  it('only reads and adds while reading together', async () => {
    const { screen } = await open({ step: 'together' })
    expect(screen.page.querySelectorAll('input[type=checkbox]')).toHaveLength(0)
    expect(screen.has('Add to the board')).toBe(true)
  })

  it('puts chosen notes into a new cluster, and one undo takes that back', async () => {
    const room = await open({ step: 'group' })
    const before = boardOf(room)
    const [first, second] = [...before.clusters.values()][0]!.notes
    await room.screen.press(`Choose this note: ${first!.text}`)
    await room.screen.press(`Choose this note: ${second!.text}`)
    expect(room.screen.text()).toContain('2 notes chosen')
    await room.screen.press('Put in…')
    await room.screen.type('Search clusters', 'Fresh start')
    await room.screen.press('New cluster “Fresh start”')
    const made = [...boardOf(room).clusters.values()].find((cluster) => cluster.title === 'Fresh start')
    expect(made?.notes.map((note) => note.id).sort()).toEqual([first!.id, second!.id].sort())
    await room.screen.press('Undo')
    expect(boardOf(room).clusters.size).toBe(before.clusters.size)
    expect(boardOf(room).notes.get(first!.id)?.place).toEqual(first!.place)
  })

  it('finds clusters by what is typed', async () => {
    const { screen } = await open({ step: 'group' })
    await screen.type('Search notes and clusters', 'zebra')
    expect(screen.text()).toContain('No note or cluster has “zebra” in it.')
  })
})

describe('the vote', () => {
  const running: Prepare = (stage) => stage.set('vote', { state: 'open', budget: 3, turnout: 4, voters: 12 })
  const titles = (room: ExampleRoom) => [...boardOf(room).clusters.values()].map((cluster) => cluster.title)
  const facts = (votes: readonly ClusterId[]) => ({
    votes,
    agreements: [],
    reactions: [],
    flags: [],
    done: false,
    links: null,
    code: null,
  })
  const ids = () => [...boardOf(exampleRoom()).clusters.keys()]

  it('offers every cluster while votes are left, and shows no totals', async () => {
    const room = await open({ step: 'vote', facts: facts([]) }, running)
    for (const title of titles(room)) expect(room.screen.has(`Vote for ${title}`)).toBe(true)
    expect(room.screen.text()).toContain('You have 3 votes left')
    expect(room.screen.text()).not.toMatch(/\d+ votes?\b(?! left)/)
  })

  it('takes one vote per cluster', async () => {
    const [voted] = ids()
    const room = await open({ step: 'vote', facts: facts([voted!]) }, running)
    const title = boardOf(room).clusters.get(voted!)!.title
    expect(room.screen.has(`Vote for ${title}`)).toBe(false)
    await room.screen.press(`Take back your vote for ${title}`)
    expect(room.session.sent).toEqual([{ type: 'vote.take', cluster: voted }])
  })

  it('has no vote button left once all votes are spent', async () => {
    const room = await open({ step: 'vote', facts: facts(ids().slice(0, 3)) }, running)
    for (const title of titles(room)) expect(room.screen.has(`Vote for ${title}`)).toBe(false)
    expect(room.screen.text()).toContain('All your votes are placed')
  })

  it('is closed by the facilitator, who sees turnout alone', async () => {
    const { screen, session } = await open({ ...coach, step: 'vote', facts: facts([]) }, running)
    expect(screen.text()).toContain('4 of 12 have voted')
    await screen.press('Close the vote')
    expect(session.sent).toEqual([])
    expect(document.body.textContent).toContain('The totals are then shown to everyone at once.')
  })
})

describe('choosing themes', () => {
  it('is shown to all and done by the facilitator', async () => {
    const { screen } = await open({ step: 'choose' })
    expect(screen.text()).toContain('Our three themes')
    expect(screen.has('Unmark')).toBe(false)
  })

  it('offers no fourth theme', async () => {
    const { screen } = await open({ ...coach, step: 'choose' })
    expect(screen.has('Unmark')).toBe(true)
    expect(screen.has('Make it a theme')).toBe(false)
  })
})

describe('PLCs', () => {
  it('are joined for oneself; a facilitator seats others', async () => {
    const { screen, session } = await open({ step: 'plcs', member: null })
    await screen.press('Join')
    expect(session.sent).toMatchObject([{ type: 'plc.join', person: 'guest' as PersonId }])
    expect(screen.has('Disband PLC A')).toBe(false)
  })

  it('take their members to their room once, and leave the way back open', async () => {
    const { plc } = await open({ step: 'plan' })
    expect(location.pathname).toBe(`/s/session/plc/${plc}`)
    history.replaceState(null, '', '/s/session')
    await drawn?.close()
    const { screen } = await open({ step: 'plan' })
    expect(location.pathname).toBe('/s/session')
    expect(screen.has('Go to our room')).toBe(true)
  })

  it('are all in view for the facilitator, with what is still missing', async () => {
    const { screen } = await open({ ...coach, step: 'goal', empty: true })
    expect(screen.text()).toContain('Not yet')
    expect(screen.has('Go to our room')).toBe(false)
    expect(location.pathname).toBe('/s/session')
  })
})
