import { HAND_MS, putIn, stageRoots, type ClusterId, type NoteId } from '@groundswell/shared'
import { aBoard, asId } from '@groundswell/shared/testing'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BoardPanel } from '../app/session-screen/BoardPanel.tsx'
import { draw, exampleRoom, type Screen } from '../plc/testing.tsx'
import { useStage } from '../session/index.ts'

let drawn: Screen | null = null

beforeEach(() => void vi.useFakeTimers())
afterEach(async () => {
  await drawn?.close()
  vi.useRealTimers()
})

function Panel() {
  const { step } = useStage()
  return <BoardPanel step={step} view="list" onNoCanvas={() => {}} extra={null} lookAt={null} />
}

const NOTES = Array.from({ length: 60 }, (_, n) => `n${n}`)

interface Options {
  readonly member?: 'coach' | number
  readonly here?: number
  readonly notes?: number
  readonly dealing?: unknown
  /** Who holds which notes; `me` is this device. */
  readonly hands?: Readonly<Record<string, readonly string[]>>
  readonly right?: 'read' | 'write'
}

/** The Group step with 60 loose notes, as the server would show it. */
async function open({
  member = 0,
  here = 16,
  notes = 60,
  dealing = { state: 'off' },
  hands = {},
  right = 'write',
}: Options = {}) {
  const room = exampleRoom({ member, step: 'group', right })
  const { session, members } = room
  const board = session.docOf({ kind: 'board' })
  board.getMap('notes').clear()
  board.getMap('clusters').clear()
  const made = aBoard(board)
  for (const id of NOTES.slice(0, notes)) made.withNote(id)
  made.withCluster('c1', 'Devices', [])
  const roots = stageRoots(session.docOf({ kind: 'stage' }))
  roots.session.set('room', { here, dealing })
  const idOf = (who: string) => (who === 'me' ? session.seat.person : members[Number(who)]!)
  for (const [who, held] of Object.entries(hands)) roots.hands.set(idOf(who), held)
  drawn = await draw(session, <Panel />)
  return {
    ...room,
    screen: drawn,
    made,
    nameOf: (index: number) => room.file.people.find(({ id }) => id === members[index])!.name,
  }
}

const hand = () => [...document.querySelectorAll('[data-item=hand] li')].map((row) => row.getAttribute('data-item'))

describe('dealing', () => {
  it('M4 is offered to who leads, when many people have many loose notes', async () => {
    const { screen, session } = await open({ member: 'coach' })
    expect(screen.text()).toContain('60 loose notes and 16 people')
    await screen.press('Deal the notes')
    expect(session.sent).toEqual([{ type: 'deal.set', state: 'hands' }])
  })

  it.each([
    ['fewer people', { member: 'coach', here: 15 }],
    ['fewer notes', { member: 'coach', notes: 59 }],
    ['a participant', { member: 0 }],
  ] as const)('M4 is not there for %s', async (_, options) => {
    const { screen } = await open(options)
    expect(screen.has('Deal the notes')).toBe(false)
  })

  it('M1 opens with one’s own hand, and marks what others hold', async () => {
    const { screen, nameOf } = await open({ dealing: { state: 'hands' }, hands: { me: ['n1', 'n2', 'n3'], 1: ['n4'] } })
    expect(hand()).toEqual(['n1', 'n2', 'n3'])
    expect(screen.text()).toContain('Your hand: 3 notes. 3 still to place.')
    expect(document.querySelector('[data-item=n4]')?.textContent).toContain(`taken by ${nameOf(1)}`)
    expect(document.querySelector('[data-item=n5]')?.textContent).not.toContain('taken by')
    expect(document.querySelectorAll('[data-item=n1]')).toHaveLength(1)
  })

  it('M2 is no lock: a note in another’s hand has the same controls', async () => {
    const { screen } = await open({ dealing: { state: 'hands' }, hands: { 1: ['n4'] } })
    expect(screen.has('Put in a cluster: n4')).toBe(true)
    expect(screen.has('Take a hand')).toBe(true)
  })

  it('tells when the hand is placed, and offers the next while there is a pile', async () => {
    const { screen, session } = await open({ dealing: { state: 'hands' }, hands: { me: ['n1'] } })
    await act(async () => putIn(session.docOf({ kind: 'board' }), [asId<NoteId>('n1')], asId<ClusterId>('c1'), { x: 0, y: 0 }))
    expect(screen.text()).toContain('Your hand: 1 note. All are placed.')
    await screen.press('Next hand')
    expect(session.sent).toEqual([{ type: 'hand.take' }])
  })

  it('has no next hand once every loose note is in one', async () => {
    const { screen } = await open({ dealing: { state: 'hands' }, hands: { me: NOTES.slice(0, 20), 1: NOTES.slice(20) } })
    expect(screen.has('Next hand')).toBe(false)
  })

  it('M2 says that its holder is busy, at most once a minute and only after an act', async () => {
    const { session } = await open({ dealing: { state: 'hands' }, hands: { me: ['n1'] } })
    const press = () => document.dispatchEvent(new Event('pointerdown'))
    await act(() => vi.advanceTimersByTimeAsync(HAND_MS * 2))
    expect(session.sent).toEqual([])
    press()
    press()
    expect(session.sent).toEqual([{ type: 'hand.keep' }])
    await act(() => vi.advanceTimersByTimeAsync(61_000))
    press()
    expect(session.sent).toHaveLength(2)
  })
})

describe('curating', () => {
  const flags = [{ cluster: 'c1', count: 2 }]

  it('M3 leaves who does not curate reading and flagging', async () => {
    const dealing = { state: 'curating', curators: ['somebody'], flags }
    const { screen, session } = await open({ dealing, right: 'read' })
    expect(screen.has('Put in a cluster: n4')).toBe(false)
    expect(screen.has('Add a note')).toBe(false)
    await screen.press('Look again: 1 cluster')
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('2 flags')
    await screen.press('Look again at “Devices”')
    expect(session.sent).toEqual([{ type: 'cluster.flag', cluster: 'c1', on: true }])
  })

  it('M3 asks for another look on the cluster itself, and only while a few merge', async () => {
    const dealing = { state: 'curating', curators: ['somebody'], flags }
    const { screen, session } = await open({ dealing, right: 'read' })
    const card = document.querySelector('[data-item=c1]')
    expect(card?.textContent).toContain('2 flags')
    await screen.press('Look again at “Devices”')
    expect(session.sent).toEqual([{ type: 'cluster.flag', cluster: 'c1', on: true }])
    await screen.close()
    const { screen: later } = await open()
    expect(later.has('Look again at “Devices”')).toBe(false)
  })

  it('M3 lets a curator group and merge', async () => {
    const { session } = exampleRoom({ step: 'group' })
    const { screen } = await open({ dealing: { state: 'curating', curators: [session.seat.person], flags: [] } })
    expect(screen.text()).toContain('You are a curator')
    expect(screen.has('Put in a cluster: n4')).toBe(true)
  })
})
