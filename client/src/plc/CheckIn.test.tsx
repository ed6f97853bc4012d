import { markStep, saveCheckIn, savePdsa, saveStep, setGoalDates, type ItemId } from '@groundswell/shared'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RoomPage } from './RoomPage.tsx'
import { draw, exampleRoom, type ExampleOptions, type ExampleRoom, type Screen } from './testing.tsx'

let drawn: Screen | null = null
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 30, 9) })
})
afterEach(async () => {
  vi.useRealTimers()
  await drawn?.close()
  drawn = null
})

async function open(options: ExampleOptions = {}): Promise<ExampleRoom & { readonly screen: Screen }> {
  const room = exampleRoom({ step: 'checkin', ...options })
  drawn = await draw(room.session, <RoomPage plc={room.plc} />)
  return { ...room, screen: drawn }
}

describe('how a step stood', () => {
  it('stays readable with its day and its word when a check-in changes it', async () => {
    const { screen, view, session, plc } = await open()
    const step = view().steps.find((each) => each.status === 'not_started')!
    const doc = session.docOf({ kind: 'plc', plc })
    await act(async () => markStep(doc, step.id, '2026-10-26', { status: 'stuck', word: 'No kits yet' }))
    await screen.type(`Status of: ${step.text}`, 'done')
    await screen.type(`A word on: ${step.text}`, 'Kits came')
    expect(view().marks.filter((mark) => mark.step === step.id)).toMatchObject([
      { date: '2026-10-26', status: 'stuck', word: 'No kits yet' },
      { date: '2026-11-30', status: 'done', word: 'Kits came' },
    ])
    expect(screen.text()).toContain('Stuck Oct 26, 2026 No kits yet')
    expect(screen.text()).not.toContain('Done Nov 30, 2026')
  })

  it('shows no word field for what has not begun', async () => {
    const { screen, view } = await open({ empty: true })
    expect(view().marks).toEqual([])
    expect(screen.has('In a word')).toBe(false)
  })

  it('can be handed on when its owner has left', async () => {
    const { screen, view, session, plc, members } = await open()
    const doc = session.docOf({ kind: 'plc', plc })
    const step = view().steps[0]!
    await act(async () => saveStep(doc, step.id, { owner: 'someone-gone' as never }))
    expect(screen.text()).toContain('Its owner has left. Who takes it on?')
    await screen.type(`Hand on: ${step.text}`, members[1]!)
    expect(view().steps[0]!.owner).toBe(members[1])
  })
})

describe('the next prediction', () => {
  it('is asked last, stands ahead of its day, and beside what happened once the day has come', async () => {
    const { screen, view, session, plc } = await open({ empty: true })
    const doc = session.docOf({ kind: 'plc', plc })
    await act(async () => saveCheckIn(doc, { id: 'c1' as ItemId, day: 60, date: '2027-01-11', focus: '' }))
    expect(screen.text()).toContain('what do you expect to see on Jan 11, 2027?')
    await screen.press('Write the prediction')
    await screen.type('We predicted', 'Twelve teams')
    expect(view().pdsa).toMatchObject([{ date: '2027-01-11', predict: 'Twelve teams', act: null }])
    expect(screen.text()).toContain('Our prediction for Jan 11, 2027')
    expect(screen.has('Write the prediction')).toBe(false)
    expect(screen.has('What happened, compared with the prediction')).toBe(false)
    vi.setSystemTime(new Date(2027, 0, 11, 9))
    await act(async () => savePdsa(doc, 'other' as ItemId, { date: '2026-12-01', predict: 'Earlier' }))
    expect(screen.has('What happened, compared with the prediction')).toBe(true)
    expect((screen.control('We predicted') as HTMLTextAreaElement).value).toBe('Twelve teams')
  })
})

describe('the dates', () => {
  it('are proposed on school days: no weekend, no federal holiday, no day of the PLC’s own list', async () => {
    const { screen, view, session, plc } = await open({ empty: true })
    await act(async () => setGoalDates(session.docOf({ kind: 'plc', plc }), { start: '2026-11-25' }))
    await screen.type('First day', '2026-12-21')
    await screen.type('Last day, if there are more', '2027-01-01')
    await screen.type('Name', 'Winter break')
    await screen.press('Add these days')
    expect(view().breaks).toMatchObject([{ from: '2026-12-21', to: '2027-01-01', name: 'Winter break' }])
    await screen.press('Add 30, 60 and 90 days')
    expect(view().checkIns.map(({ date }) => date)).toEqual(['2027-01-04', '2027-01-25', '2027-02-23'])
  })

  it('stay as people set them; a day without school says so and offers the next school day', async () => {
    const { screen, view, session, plc } = await open({ empty: true })
    const doc = session.docOf({ kind: 'plc', plc })
    await act(async () => saveCheckIn(doc, { id: 'c1' as ItemId, day: 30, date: '2026-12-25', focus: '' }))
    expect(screen.text()).toContain('No school that day: a federal holiday.')
    expect(view().checkIns[0]!.date).toBe('2026-12-25')
    await screen.press('Move to Dec 28, 2026')
    expect(view().checkIns[0]!.date).toBe('2026-12-28')
  })

  it('refuses a break without a first day, or backwards, and keeps what was typed', async () => {
    const { screen, view } = await open({ empty: true })
    await screen.press('Add these days')
    expect(screen.text()).toContain('Choose the first day.')
    await screen.type('First day', '2027-01-01')
    await screen.type('Last day, if there are more', '2026-12-21')
    await screen.press('Add these days')
    expect(screen.text()).toContain('The last day is before the first.')
    expect(view().breaks).toEqual([])
    expect((screen.control('First day') as HTMLInputElement).value).toBe('2027-01-01')
  })
})
