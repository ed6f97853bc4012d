import { stageRoots, stageView, type ClusterId, type PersonId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { drawStage } from './stage-image.ts'
import { personOf, sessionOf } from './testing/sessions.ts'

const screen = personOf('screen', { role: 'display', device: 'display' })
const people = [personOf('ana'), personOf('ben', { heads: 3, device: 'table' }), screen]

describe('drawStage', () => {
  it('shows the facts, without displays and without who is done', () => {
    const stage = new Y.Doc()
    drawStage(stage, sessionOf(people, { done: ['ana' as PersonId] }), [])
    const view = stageView(stage)
    expect(view).toMatchObject({ ready: true, title: 'Visioning', done: 1, naming: 'no_names', vote: { state: 'closed' } })
    expect(view.people.map((person) => person.id)).toEqual(['ana', 'ben', 'coach'])
    expect(JSON.stringify(stageRoots(stage).session.toJSON())).not.toContain('ana')
  })

  it('writes nothing when nothing changed', () => {
    const stage = new Y.Doc()
    const session = sessionOf(people)
    drawStage(stage, session, [])
    let updates = 0
    stage.on('update', () => updates++)
    drawStage(stage, session, [])
    expect(updates).toBe(0)
  })

  it('tells the turnout of an open vote and nothing of what it is for', () => {
    const stage = new Y.Doc()
    const votes = [{ person: 'ana' as PersonId, cluster: 'hidden' as ClusterId }]
    drawStage(stage, sessionOf(people, { vote: { state: 'open', reopened: 0 } }), votes)
    expect(stageView(stage).vote).toEqual({ state: 'open', budget: 3, turnout: 1, voters: 2 })
    expect(JSON.stringify(stageRoots(stage).session.toJSON())).not.toContain('hidden')
  })

  it('takes away what is gone', () => {
    const stage = new Y.Doc()
    const plc = { id: 'p', name: 'Team', members: [], theme: null, order: 1 } as never
    drawStage(stage, sessionOf(people, { plcs: [plc] }), [])
    drawStage(stage, sessionOf(people), [])
    expect(stageView(stage).plcs).toEqual([])
  })
})
