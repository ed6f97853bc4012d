import { beginPart, draftText, editGoal, mergeClusters, plcHour, setDraft, setHour, stageRoots } from '@groundswell/shared'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { RoomPage } from './RoomPage.tsx'
import { draw, exampleRoom, type Screen } from './testing.tsx'

let drawn: Screen | null = null
afterEach(async () => {
  await drawn?.close()
  drawn = null
})

async function open() {
  const room = exampleRoom({ empty: true })
  const [me] = room.members
  const doc = room.session.docOf({ kind: 'plc', plc: room.plc })
  const desk = room.session.docOf({ kind: 'desk', person: me! })
  drawn = await draw(room.session, <RoomPage plc={room.plc} />)
  return { ...room, me: me!, doc, desk, screen: drawn }
}

describe('a goal sentence of one’s own', () => {
  it('D5: stays on the desk while it is written; the PLC learns that it is there and no word of it', async () => {
    const { screen, view, desk, plc, me } = await open()
    await screen.press('Write my own sentence')
    await screen.type('What do you want our goal to be?', 'Students publish.')
    expect(draftText(desk, plc).toString()).toBe('Students publish.')
    expect(view().drafts).toEqual([])
    await screen.press('I have my sentence')
    expect(view().drafts).toEqual([{ person: me, state: 'ready', text: '' }])
    expect(screen.text()).toContain('Only you can see these words')
  })

  it('asks for words before it counts as written, and lets one pass instead', async () => {
    const { screen, view, me } = await open()
    await screen.press('Write my own sentence')
    await screen.press('I have my sentence')
    expect(screen.text()).toContain('Write a few words first, or pass.')
    await screen.press('Go on later')
    await screen.press('I pass this time')
    expect(view().drafts).toEqual([{ person: me, state: 'passed', text: '' }])
  })

  it('is shared in turn, leaders last, and may begin the team’s goal while that is empty', async () => {
    const { screen, view, doc, members, file, me } = await open()
    const nameOf = (id: string) => file.people.find((person) => person.id === id)?.name ?? ''
    await screen.press('Write my own sentence')
    await screen.type('What do you want our goal to be?', 'Students publish.')
    await screen.press('I have my sentence')
    expect(screen.text()).toContain('Sharing begins when all of you have a sentence or pass.')
    await act(async () => members.slice(1).forEach((member) => setDraft(doc, member, { state: 'ready' })))
    const names = [...screen.page.querySelectorAll('[aria-label="Sharing in turn"] strong')].map((each) => each.textContent)
    expect(names.at(-1)).toBe(nameOf(members[1]!))
    expect(screen.text()).toContain('is up now')
    await screen.press('Share mine')
    expect(view().drafts.find(({ person }) => person === me)).toMatchObject({ state: 'shared', text: 'Students publish.' })
    await screen.press(`Start our goal with the sentence of ${nameOf(me)}`)
    expect(view().goal.statement).toBe('Students publish.')
    expect(screen.has(`Start our goal with the sentence of ${nameOf(me)}`)).toBe(false)
  })

  it('stays open under the hands of whoever writes when a teammate begins the goal', async () => {
    const { screen, doc } = await open()
    await screen.press('Write my own sentence')
    const box = screen.control('What do you want our goal to be?')
    await act(async () => editGoal(doc, 'statement', 'We have begun.'))
    expect(box.isConnected).toBe(true)
    expect(box.closest('details')?.open).toBe(true)
  })
})

describe('what happened to the theme', () => {
  it('G14: is said where the goal is written, with a way to follow, and keeps every word', async () => {
    const room = exampleRoom()
    const stage = room.session.docOf({ kind: 'stage' })
    const other = room.file.themes.find(({ id }) => id !== room.view().goal.theme)!
    drawn = await draw(room.session, <RoomPage plc={room.plc} />)
    const before = room.view().goal.statement
    await act(async () => {
      const plc = stageRoots(stage).plcs.get(room.plc) as Record<string, unknown>
      stageRoots(stage).plcs.set(room.plc, { ...plc, theme: other.id })
    })
    expect(drawn.text()).toContain('The PLC has since taken another theme')
    await drawn.press(`Link our goal to “${other.title}”`)
    expect(room.view().goal).toMatchObject({ theme: other.id, statement: before })
    expect(drawn.text()).not.toContain('The PLC has since taken another theme')
  })

  it('G14: a theme whose cluster was merged away leads on to its notes, and the goal keeps its words', async () => {
    const room = exampleRoom()
    const theme = room.file.themes.find(({ id }) => id === room.view().goal.theme)!
    const into = room.file.clusters.find(({ id }) => id !== theme.cluster)!
    const note = room.file.notes.find(({ place }) => place[0] === theme.cluster)!
    drawn = await draw(room.session, <RoomPage plc={room.plc} />)
    await act(async () => mergeClusters(room.session.docOf({ kind: 'board' }), theme.cluster, into.id))
    expect(drawn.text()).toContain(`was merged into “${into.title}”`)
    expect(drawn.text()).toContain(note.text)
    expect((drawn.control('Our goal in one sentence') as HTMLTextAreaElement).value).toBe(room.view().goal.statement)
  })

  it('G14: a theme that is marked no more takes nothing with it', async () => {
    const room = exampleRoom()
    const stage = room.session.docOf({ kind: 'stage' })
    drawn = await draw(room.session, <RoomPage plc={room.plc} />)
    await act(async () => stageRoots(stage).themes.clear())
    expect(drawn.text()).toContain('is no longer among the themes')
    expect((drawn.control('Our goal in one sentence') as HTMLTextAreaElement).value).toBe(room.view().goal.statement)
  })
})

describe('the hour of a PLC', () => {
  it('G17: begins when a member says so, names each part, and goes on only when someone goes on', async () => {
    const { screen, doc } = await open()
    expect(plcHour(doc)).toBeNull()
    await screen.press('Begin our hour')
    expect(screen.text()).toContain('1 of 8')
    const before = plcHour(doc)!
    await screen.press('+1 minute')
    expect(plcHour(doc)!.endsAt - before.endsAt).toBe(60_000)
    await screen.press('Next: Silent draft')
    expect(plcHour(doc)!.part).toBe('silent')
    await act(async () => setHour(doc, beginPart('agree', Date.now() - 3_600_000)))
    expect(screen.text()).toContain('Time is up')
    expect(plcHour(doc)!.part).toBe('agree')
    await screen.press('Go there')
    expect(screen.text()).toContain('Agree on our goal')
    await screen.press('End our hour')
    expect(plcHour(doc)).toBeNull()
  })
})
