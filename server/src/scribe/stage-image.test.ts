import { stageRoots, stageView, type ClusterId, type NoteId, type PersonId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { drawStage, type Counted } from './stage-image.ts'
import { personOf, sessionOf } from './testing/sessions.ts'

const screen = personOf('screen', { role: 'display', device: 'display' })
const people = [personOf('ana'), personOf('ben', { heads: 3, device: 'table' }), screen]

const COUNTED: Counted = { votes: [], answered: new Map(), reactions: [], isHere: () => true }

describe('drawStage', () => {
  it('shows the facts, without displays and without who is done', () => {
    const stage = new Y.Doc()
    drawStage(stage, sessionOf(people, { done: ['ana' as PersonId] }), COUNTED)
    const view = stageView(stage)
    expect(view).toMatchObject({ ready: true, title: 'Visioning', done: 1, naming: 'no_names', vote: { state: 'closed' } })
    expect(view.people.map((person) => person.id)).toEqual(['ana', 'ben', 'coach'])
    expect(JSON.stringify(stageRoots(stage).session.toJSON())).not.toContain('ana')
  })

  it('S6: counts heads of those who are here and done, and never waits for who has left', () => {
    const stage = new Y.Doc()
    const session = sessionOf([...people, personOf('zoe')], { done: ['ben', 'zoe'] as PersonId[] })
    drawStage(stage, session, { ...COUNTED, isHere: (person) => person !== 'zoe' })
    const { done, room } = stageView(stage)
    expect([done, room.here]).toEqual([3, 4])
  })

  it('N7: shows how many reacted, those of an imported session with them', () => {
    const stage = new Y.Doc()
    const note = 'n1' as NoteId
    const session = sessionOf(people, { reactions: [{ note, same: 2, heart: 0, question: 1 }] })
    drawStage(stage, session, { ...COUNTED, reactions: [{ note, same: 1, heart: 1, question: 0 }] })
    expect(stageView(stage).reactions.get(note)).toEqual({ note, same: 3, heart: 1, question: 1 })
  })

  it('writes nothing when nothing changed', () => {
    const stage = new Y.Doc()
    const session = sessionOf(people)
    drawStage(stage, session, COUNTED)
    let updates = 0
    stage.on('update', () => updates++)
    drawStage(stage, session, COUNTED)
    expect(updates).toBe(0)
  })

  it('tells the turnout of an open vote and nothing of what it is for', () => {
    const stage = new Y.Doc()
    const votes = [{ person: 'ana' as PersonId, cluster: 'hidden' as ClusterId }]
    drawStage(stage, sessionOf(people, { vote: { state: 'open', reopened: 0 } }), { ...COUNTED, votes })
    expect(stageView(stage).vote).toEqual({ state: 'open', budget: 3, turnout: 1, voters: 2 })
    expect(JSON.stringify(stageRoots(stage).session.toJSON())).not.toContain('hidden')
  })

  it('takes away what is gone', () => {
    const stage = new Y.Doc()
    const plc = { id: 'p', name: 'Team', members: [], theme: null, order: 1 } as never
    drawStage(stage, sessionOf(people, { plcs: [plc] }), COUNTED)
    drawStage(stage, sessionOf(people), COUNTED)
    expect(stageView(stage).plcs).toEqual([])
  })
})
