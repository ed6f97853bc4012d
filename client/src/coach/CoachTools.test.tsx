import { coachNotes } from '@groundswell/shared'
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

  it('sends a question of the bank to that room', async () => {
    const { session, plc } = exampleRoom({ member: 'coach' })
    const screen = await draw(session, <CoachTools plc={plc} />)
    drawn = screen
    await screen.press('Coach')
    await screen.press('Questions')
    await screen.press('Send to PLC A: What do you need from this group so you can be candid here?')
    expect(session.sent).toMatchObject([
      { type: 'question.send', plc, text: 'What do you need from this group so you can be candid here?' },
    ])
  })
})
