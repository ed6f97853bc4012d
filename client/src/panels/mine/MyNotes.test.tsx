import {
  boardRoots,
  editNote,
  err,
  keepWithdrawn,
  ok,
  sealOwnNotes,
  setAside,
  stageRoots,
  withdrawNote,
  type ApiErrorCode,
  type CommandAnswer,
  type NoteId,
  type Result,
} from '@groundswell/shared'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { draw, exampleRoom, type Screen } from '../../plc/testing.tsx'
import { MyNotes } from './MyNotes.tsx'

let drawn: Screen | null = null
afterEach(async () => {
  await drawn?.close()
  drawn = null
  localStorage.clear()
})

interface Options {
  readonly answer?: () => Result<CommandAnswer, ApiErrorCode>
  readonly held?: boolean
  readonly own?: number
  readonly vote?: unknown
  readonly naming?: string
}

const DONE = (): Result<CommandAnswer, ApiErrorCode> => ok({ ok: true, type: 'note.mend' })

/** Someone whose first notes of the example's board are their own, in a session without themes. */
async function open({ answer = DONE, held = false, own = 2, vote = { state: 'closed' }, naming = 'no_names' }: Options = {}) {
  const room = exampleRoom({ step: 'choose', right: 'read', command: () => Promise.resolve(answer()) })
  const { session } = room
  const board = session.docOf({ kind: 'board' })
  const stage = stageRoots(session.docOf({ kind: 'stage' }))
  stage.themes.clear()
  stage.session.set('vote', vote)
  stage.session.set('naming', naming)
  const desk = session.docOf({ kind: 'desk', person: session.seat.person })
  const ids = [...boardRoots(board).notes.keys()].toSorted().slice(0, own) as NoteId[]
  ids.forEach((id, index) => {
    editNote(board, id, `Words ${index}`)
    setAside(board, id, false)
  })
  sealOwnNotes(
    desk,
    ids.map((note) => ({ note, seal: `seal-${note}` })),
  )
  drawn = await draw(session, <MyNotes open held={held} onClose={() => {}} />)
  const said = () => document.querySelector('[role=dialog]')?.textContent ?? ''
  return { screen: drawn, session, board, desk, ids, said }
}

const FIELD = 'The words of your note'
const change = (words: string) => `Change the words: ${words}`

describe('my notes', () => {
  it('are one’s own alone, and say what others see of a change', async () => {
    const { screen, said } = await open()
    expect(document.querySelectorAll('li')).toHaveLength(2)
    expect(said()).toContain('nobody sees who changed them')
    expect([screen.has(change('Words 0')), screen.has(change('Words 1'))]).toEqual([true, true])
  })

  it('say that the name stays, in a session with names', async () => {
    expect((await open({ naming: 'named' })).said()).toContain('your name stays under them')
  })

  it('say what they are for while there are none', async () => {
    expect((await open({ own: 0 })).said()).toContain('No note of yours is on the board yet')
  })

  it('take new words, save them, and give the focus back', async () => {
    const { screen, session, ids, said } = await open()
    await screen.press(change('Words 0'))
    expect(document.activeElement).toBe(screen.control(FIELD))
    await screen.type(FIELD, '  Better words ')
    await screen.press('Save')
    expect(session.sent).toEqual([{ type: 'note.mend', note: ids[0], from: 'Words 0', text: 'Better words' }])
    expect(said()).toContain('Saved. Everyone sees the new words.')
    expect(document.activeElement).toBe(screen.control(change('Words 0')))
  })

  it('send nothing when nothing is new, when it was cancelled, or without a word', async () => {
    const { screen, session } = await open()
    await screen.press(change('Words 0'))
    await screen.press('Save')
    expect(screen.has(FIELD)).toBe(false)
    await screen.press(change('Words 0'))
    await screen.type(FIELD, ' ')
    expect(screen.control('Save')).toHaveProperty('disabled', true)
    await screen.press('Cancel')
    expect([session.sent, screen.has(FIELD)]).toEqual([[], false])
  })

  it('ask whose words count when somebody changed the same place meanwhile', async () => {
    let answer: Result<CommandAnswer, ApiErrorCode> = err('conflict')
    const { screen, session, board, ids, said } = await open({ answer: () => answer })
    await screen.press(change('Words 0'))
    await screen.type(FIELD, 'Mine')
    await act(async () => editNote(board, ids[0]!, 'Theirs'))
    await screen.press('Save')
    expect(said()).toContain('It now reads:Theirs')
    answer = DONE()
    await screen.press('Save my words')
    expect(session.sent.at(-1)).toEqual({ type: 'note.mend', note: ids[0], from: 'Theirs', text: 'Mine' })
    expect(said()).toContain('Saved.')
  })

  it('keep words that cannot be sent, and say so', async () => {
    const { screen, said } = await open({ answer: () => err('unavailable') })
    await screen.press(change('Words 0'))
    await screen.type(FIELD, 'Mine')
    await screen.press('Save')
    expect(said()).toContain('Your words are kept on this device')
    expect(screen.control(FIELD)).toHaveProperty('value', 'Mine')
  })

  it('are taken back and put there again by one button that keeps the focus', async () => {
    const { screen, session, board, desk, ids, said } = await open()
    screen.control('Take it back: Words 1').focus()
    await screen.press('Take it back: Words 1')
    expect(session.sent).toEqual([{ type: 'note.withdraw', note: ids[1], withdrawn: true }])
    await act(async () => {
      keepWithdrawn(desk, ids[1]!, 'Words 1')
      withdrawNote(board, ids[1]!)
    })
    expect(said()).toContain('Taken back: nobody else sees it.')
    expect(document.activeElement).toBe(screen.control('Put it back: Words 1'))
    await screen.press('Put it back: Words 1')
    expect(session.sent.at(-1)).toEqual({ type: 'note.withdraw', note: ids[1], withdrawn: false })
  })

  it('cannot be taken back once they are voted on, and say why', async () => {
    const { screen, said } = await open({ vote: { state: 'open', budget: 3, turnout: 0, voters: 2 } })
    expect([screen.has('Take it back: Words 0'), screen.has(change('Words 0'))]).toEqual([false, true])
    expect(said()).toContain('The group has decided on some of these notes')
  })

  it('let nobody begin anything while a view is held', async () => {
    const { screen, said } = await open({ held: true })
    expect([screen.has(change('Words 0')), screen.has('Take it back: Words 0')]).toEqual([false, false])
    expect(said()).toContain('Finish what you have begun')
  })
})
