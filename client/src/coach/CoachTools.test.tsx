import { coachNotes, ok, replyText, seedReply, stageRoots, type CommandAnswer, type ItemId } from '@groundswell/shared'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { draw, exampleRoom, type Screen } from '../plc/testing.tsx'
import { CoachTools } from './CoachTools.tsx'

let drawn: Screen | null = null
afterEach(async () => {
  await drawn?.close()
  drawn = null
})

describe('the coach’s seat', () => {
  it('is not there for participants', async () => {
    const { session } = exampleRoom()
    const screen = await draw(session, <CoachTools />)
    drawn = screen
    expect(screen.page.textContent).toBe('')
  })

  it('keeps a note about the room one is in', async () => {
    const { session, plc } = exampleRoom({ member: 'coach' })
    const screen = await draw(session, <CoachTools plc={plc} />)
    drawn = screen
    await screen.press('Coach')
    await screen.type('New note', 'Open with Tess next time.')
    await screen.press('Save the note')
    const doc = session.docOf({ kind: 'coach', person: session.seat.person })
    expect(coachNotes(doc)).toMatchObject([{ text: 'Open with Tess next time.', about: { kind: 'plc', id: plc } }])
  })

  it('sends a question of this step to that room, or to several', async () => {
    const { session, plc, file } = exampleRoom({
      member: 'coach',
      command: async ({ type }) => ok({ ok: true, type } as CommandAnswer),
    })
    const screen = await draw(session, <CoachTools plc={plc} />)
    drawn = screen
    const text = 'Which word in the goal would you change?'
    await screen.press('Coach')
    await screen.press('Questions')
    expect(screen.has('Send to PLC A: What do you need from this group so you can be candid here?')).toBe(false)
    await screen.press(`Send to PLC A: ${text}`)
    await screen.press('PLC B')
    await screen.press(`Send to PLC A, PLC B: ${text}`)
    await screen.press('All PLCs')
    await screen.press(`Send to All PLCs: ${text}`)
    expect(session.sent).toMatchObject([
      { type: 'question.send', plcs: [plc], text },
      { type: 'question.send', plcs: [plc, file.plcs[1]?.id], text },
      { type: 'question.send', plcs: null, text },
    ])
  })

  it('notes down what was asked, with its time, keeps own questions and finds starred ones', async () => {
    localStorage.clear()
    const { session, plc } = exampleRoom({
      member: 'coach',
      command: async ({ type }) => ok({ ok: true, type } as CommandAnswer),
    })
    drawn = await draw(session, <CoachTools plc={plc} />)
    const screen = drawn
    await screen.press('Coach')
    await screen.press('Questions')
    await screen.type('Ask in your own words', 'Who gains first?')
    await screen.press('Send to PLC A: Who gains first?')
    const [note] = coachNotes(session.docOf({ kind: 'coach', person: session.seat.person }))
    expect(note).toMatchObject({ text: 'Asked PLC A: Who gains first?', about: { kind: 'plc', id: plc } })
    expect(note?.at).toBeGreaterThan(Date.UTC(2026, 0, 1))
    await screen.press('Star: Which word in the goal would you change?')
    await screen.type('Phase', 'starred')
    expect(document.body.textContent).toContain('1 question')
    await screen.type('Phase', 'own')
    expect(screen.has('Forget: Who gains first?')).toBe(true)
    await screen.press('Forget: Who gains first?')
    expect(screen.has('Forget: Who gains first?')).toBe(false)
    localStorage.clear()
  })

  it('shows each room’s answer as it is written, and takes a question back', async () => {
    const { session, plc } = exampleRoom({ member: 'coach' })
    stageRoots(session.docOf({ kind: 'stage' })).questions.set('q1', { plcs: [plc], text: 'Who gains?', from: 'coach' })
    const room = session.docOf({ kind: 'plc', plc })
    seedReply(room, 'q1')
    const screen = await draw(session, <CoachTools plc={plc} />)
    drawn = screen
    await screen.press('Coach')
    await screen.press('Sent')
    expect(document.body.textContent).toContain('0 of 1 answered')
    await act(async () => replyText(room, 'q1' as ItemId)?.insert(0, 'Students who share one laptop'))
    expect(document.body.textContent).toContain('PLC A writing an answerStudents who share one laptop')
    await screen.press('Take back: Who gains?')
    expect(session.sent).toEqual([{ type: 'question.withdraw', question: 'q1' }])
  })
})
