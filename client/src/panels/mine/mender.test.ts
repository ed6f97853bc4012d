import { err, ok, type ApiErrorCode, type Command, type NoteId, type Result } from '@groundswell/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMender } from './mender.ts'

const KEY = 'words'
const note = 'n1' as NoteId
const words = { from: 'bak', text: 'back' }

/** A mender whose commands are answered by hand. */
function setUp(storage: Storage | null = localStorage) {
  const asked: { readonly command: Command; readonly answer: (result: Result<unknown, ApiErrorCode>) => void }[] = []
  const mender = createMender({
    storage,
    key: KEY,
    command: (command) => new Promise((answer) => asked.push({ command, answer })),
  })
  const state = (id = note) => mender.get().get(id)
  return { mender, asked, state }
}

beforeEach(() => localStorage.clear())

describe('words for an own note', () => {
  it('are sent with what the note read before, and are gone from the device once they are saved', async () => {
    const { mender, asked, state } = setUp()
    mender.write(note, words)
    expect(state()).toEqual({ ...words, how: 'writing' })
    const sent = mender.send(note)
    void mender.send(note)
    expect([state()?.how, asked.map(({ command }) => command)]).toEqual(['sending', [{ type: 'note.mend', note, ...words }]])
    asked[0]!.answer(ok(null))
    await sent
    expect([state()?.how, localStorage.getItem(KEY)]).toEqual(['saved', null])
  })

  it('wait when the server cannot be reached, and are sent again, one try at a time', async () => {
    const { mender, asked, state } = setUp()
    mender.write(note, words)
    const first = mender.send(note)
    asked[0]!.answer(err('unavailable'))
    await first
    expect(state()?.how).toBe('waiting')
    const again = mender.sendWaiting()
    expect([await mender.sendWaiting(), state()?.how]).toEqual([[], 'waiting'])
    asked[1]!.answer(ok(null))
    expect([await again, state()?.how, asked.length]).toEqual([['saved'], 'saved', 2])
  })

  it('stay, with the reason, when they are refused', async () => {
    const { mender, asked, state } = setUp()
    mender.write(note, words)
    const sent = mender.send(note)
    asked[0]!.answer(err('conflict'))
    await sent
    expect(state()).toEqual({ ...words, how: 'refused', error: 'conflict' })
    mender.drop(note)
    expect([state(), localStorage.getItem(KEY)]).toEqual([undefined, null])
  })

  it('that are newer than an answer are not touched by it', async () => {
    const { mender, asked, state } = setUp()
    mender.write(note, words)
    const first = mender.send(note)
    asked[0]!.answer(err('unavailable'))
    await first
    const again = mender.sendWaiting()
    mender.write(note, { from: 'bak', text: 'back again' })
    asked[1]!.answer(ok(null))
    await again
    expect(state()).toEqual({ from: 'bak', text: 'back again', how: 'writing' })
  })

  it('outlive the page: what was on its way waits again, the rest is as it was', async () => {
    const { mender, asked } = setUp()
    for (const id of ['draft', 'sent', 'refused']) mender.write(id as NoteId, words)
    void mender.send('sent' as NoteId)
    const refused = mender.send('refused' as NoteId)
    asked[1]!.answer(err('not_found'))
    await refused
    const next = setUp()
    expect(['draft', 'sent', 'refused'].map((id) => next.state(id as NoteId))).toEqual([
      { ...words, how: 'writing' },
      { ...words, how: 'waiting' },
      { ...words, how: 'refused', error: 'not_found' },
    ])
  })

  it.each(['not json', '{}', '[1, [], ["n1"], ["", "a", "b"], ["n1", 2, "b"], null]'])(
    '%s in the storage is nothing',
    (stored) => {
      localStorage.setItem(KEY, stored)
      expect(setUp().mender.get().size).toBe(0)
    },
  )

  it('last as long as the page where nothing can be stored', () => {
    const { mender, state } = setUp(null)
    mender.write(note, words)
    expect(state()?.text).toBe('back')
  })

  it('are told to whoever listens', () => {
    const { mender } = setUp()
    let told = 0
    const stop = mender.subscribe(() => told++)
    mender.write(note, words)
    stop()
    mender.drop(note)
    expect(told).toBe(1)
  })
})
