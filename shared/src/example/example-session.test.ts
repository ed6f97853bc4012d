import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import data from '../../data/example-session.json' with { type: 'json' }
import { overlaps } from '../layout.ts'
import { fillBoard, fillPlc, fillStage } from '../portable/fill.ts'
import { readSessionFile } from '../portable/read-file.ts'
import type { SessionFile } from '../portable/session-file.ts'
import { boardView } from '../selectors/board.ts'
import { plcView } from '../selectors/plc.ts'
import { stageView } from '../selectors/stage.ts'
import { noteFate, plcPlan, type PlcPlan } from '../selectors/thread.ts'
import { exampleSession } from './example-session.ts'

const NOVEMBER = Date.parse('2026-11-24T09:00:00Z')
const file = exampleSession(data, NOVEMBER)

function open(from: SessionFile) {
  const stage = new Y.Doc()
  const board = new Y.Doc()
  fillStage(stage, from)
  fillBoard(board, from)
  const views = { stage: stageView(stage), board: boardView(board) }
  const plans = views.stage.plcs.map((plc): PlcPlan => {
    const doc = new Y.Doc()
    fillPlc(doc, from, plc.id)
    return plcPlan(plc, views.stage, views.board, plcView(doc))
  })
  return { ...views, plans }
}

describe('the example session', () => {
  it('X3: is a session file like any other', () => {
    const read = readSessionFile(JSON.parse(JSON.stringify(file)))
    expect(read).toEqual({ ok: true, value: file })
  })

  it('shows 74 notes in nine clusters, none of which lies over another', () => {
    const { board } = open(file)
    expect([board.notes.size, board.loose.length, board.aside.length, board.at.size]).toEqual([74, 0, 0, 74])
    const rects = [...board.clusters.values()].map((cluster) => cluster.rect)
    expect(rects).toHaveLength(9)
    rects.forEach((rect, index) => expect(rects.slice(index + 1).some((other) => overlaps(rect, other))).toBe(false))
  })

  it('ranks its clusters by the votes that were counted', () => {
    const { stage, plans } = open(file)
    expect(stage.vote).toMatchObject({ state: 'counted', voters: 12 })
    expect(plans.map((plan) => plan.source?.votes)).toEqual([8, 7, 6])
  })

  it('G1: reads from every step back to the notes', () => {
    const { plans, stage, board } = open(file)
    expect(plans.map((plan) => plan.view.steps.length)).toEqual([12, 12, 12])
    for (const plan of plans) {
      expect(plan.source?.current.length).toBeGreaterThan(4)
      expect(plan.source?.ideal.length).toBeGreaterThan(4)
      expect(plan.unlinked).toEqual([])
      expect(plan.members.map((member) => member.steps.length)).toEqual([3, 3, 3, 3])
      const first = plan.source!.ideal[0]!
      expect(noteFate(first.id, stage, board).plcs).toEqual([plan.plc])
    }
  })

  it('keeps borrowed notes and those of a second cluster linked to the goal', () => {
    const [creators, , coaching] = open(file).plans
    expect(creators?.quotes.map((note) => note.id)).toEqual(['n42', 'n44'])
    expect(coaching?.quotes).toHaveLength(11)
  })

  it('carries measures, agreement with its reservations, and the first review', () => {
    const [creators, learners, coaching] = open(file).plans
    expect(learners?.view.agreement.find((entry) => entry.level === 3)?.reservation).toMatch(/benchmark weeks/)
    expect(coaching?.view.goal.indicators[2]).toMatchObject({
      baseline: '',
      baselineStatus: 'to_collect',
      baselineDate: '2026-10-23',
    })
    expect(creators?.view.readings.map((reading) => reading.value)).toEqual(['27', '13'])
    expect(creators?.view.pdsa).toMatchObject([{ act: 'adapt', date: '2026-10-23' }])
    expect(creators?.view.steps.find((step) => step.id === 's07')?.status).toBe('changed')
    expect(creators?.view.checkIns.map((entry) => entry.day)).toEqual([30, 60, 90, 140, 239])
  })

  it('K1: leaves the coach’s notes out', () => {
    expect(JSON.stringify(file)).not.toMatch(/Andre quiet|audience idea survived/)
  })

  it.each([
    ['2026-11-24', '2026-10-23', 'May 21, 2027'],
    ['2027-10-20', '2026-10-23', 'May 21, 2027'],
    ['2027-10-24', '2027-10-22', 'May 19, 2028'],
    ['2031-03-01', '2030-10-25', 'May 23, 2031'],
    ['2024-01-15', '2023-10-20', 'May 17, 2024'],
  ])('at %s its first review was on %s and its goal ends on %s', (now, review, end) => {
    const moved = exampleSession(data, Date.parse(`${now}T12:00:00Z`))
    expect(moved.plcs[0]?.checkIns[0]?.date).toBe(review)
    expect(moved.plcs[0]?.goal.statement).toContain(`By ${end}`)
    expect(new Date(`${moved.plcs[0]?.goal.end}T12:00:00Z`).getUTCDay()).toBe(5)
  })

  it('refuses other data in its place', () => {
    expect(() => exampleSession({ session: {} }, NOVEMBER)).toThrow(/the example at/)
  })
})
