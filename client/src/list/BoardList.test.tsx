import { createCluster, placeNotes, type ClusterId, type NoteId } from '@groundswell/shared'
import { aBoard } from '@groundswell/shared/testing'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { draw, type Screen } from '../plc/testing.tsx'
import { fakeSession } from '../session/testing.tsx'
import { BoardList } from './BoardList.tsx'

let drawn: Screen | null = null
afterEach(() => drawn?.close())

const part = () => document.querySelector('[data-part]')?.getAttribute('data-part')

describe('the half of the list that a phone shows', () => {
  it('stays when someone else places the last loose note, until the next step', async () => {
    const session = fakeSession()
    const doc = session.docOf({ kind: 'board' })
    aBoard(doc).withNote('a', 'First').withNote('b', 'Second')
    drawn = await draw(session, <BoardList can="write" step="s6" canMark={false} />)
    expect(part()).toBe('loose')
    const place = ['k' as ClusterId, 0, 0] as const
    await act(async () => {
      createCluster(doc, { id: 'k' as ClusterId, at: { x: 0, y: 0 } })
      placeNotes(
        doc,
        ['a', 'b'].map((id) => ({ id: id as NoteId, place })),
      )
    })
    expect(part()).toBe('loose')
    await drawn.close()
    drawn = await draw(session, <BoardList can="write" step="s7" canMark={false} />)
    expect(part()).toBe('clusters')
  })
})
