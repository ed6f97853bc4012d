import { addNote, createBoardIndex, createUndo, boardRoots, type Command, type NoteId, type PersonId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createBoardCommands } from './board-commands.ts'

function setUp(addsLive: boolean) {
  const doc = new Y.Doc()
  const board = createBoardIndex(doc)
  const sent: Command[] = []
  const roots = boardRoots(doc)
  const undo = createUndo(doc, [roots.notes, roots.clusters, roots.ink])
  const does = createBoardCommands({
    doc,
    board,
    undo,
    me: 'me' as PersonId,
    addsLive: () => addsLive,
    mayPlace: () => true,
    send: (command) => sent.push(command),
  })
  return { doc, board, sent, does }
}

const ids = (...names: string[]) => names as NoteId[]

describe("the canvas's commands", () => {
  it("are one step of undo each, and undo nobody else's", () => {
    const { doc, board, does } = setUp(true)
    const [a, b] = does.addNotes([
      { horizon: 'current', text: 'a', place: [null, 0, 0] },
      { horizon: 'ideal', text: 'b', place: [null, 300, 0] },
    ])
    does.boundary()
    does.group({ x: 0, y: 0 }, [a!, b!])
    expect(board.get().clusters.size).toBe(1)
    addNote(doc, { id: 'theirs' as NoteId, horizon: 'ideal', text: 'x', place: [null, 9, 9], author: null })
    expect(does.history.get()).toMatchObject({ canUndo: true })
    does.undo()
    expect(board.get().loose.map((note) => note.text)).toContain('a')
    expect(board.get().clusters.size).toBe(0)
  })

  it('sends a new note to the server where no names were promised, and puts it where it was written', async () => {
    const { doc, board, sent, does } = setUp(false)
    const [id] = does.addNotes([{ horizon: 'ideal', text: 'quiet', place: [null, 700, 70] }])
    expect(board.get().notes.size).toBe(0)
    expect(sent).toEqual([{ type: 'note.add', note: id, horizon: 'ideal', text: 'quiet' }])
    doc.transact(() => addNote(doc, { id: id!, horizon: 'ideal', text: 'quiet', place: [null, 0, 0], author: null }), 'remote')
    await expect.poll(() => board.get().notes.get(id!)?.place).toEqual([null, 700, 70])
  })

  it('sets several aside at once', () => {
    const { doc, board, does } = setUp(true)
    for (const id of ids('a', 'b')) addNote(doc, { id, horizon: 'current', text: id, place: [null, 0, 0], author: null })
    does.setAside(ids('a', 'b'))
    expect(board.get().aside).toHaveLength(2)
  })
})
