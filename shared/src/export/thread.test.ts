import { describe, expect, it } from 'vitest'
import { dissolveCluster, mergeClusters } from '../commands/cluster.ts'
import { markStep } from '../commands/follow-up.ts'
import { editGoal, promoteTheme, quoteNote, saveIndicator, saveReading } from '../commands/goal.ts'
import { keepVersion } from '../commands/goal-history.ts'
import { saveStep } from '../commands/plan.ts'
import type { ThemeId } from '../ids.ts'
import type { Plc, Theme } from '../records.ts'
import { boardView } from '../selectors/board.ts'
import { noteFate, plcPlan } from '../selectors/thread.ts'
import { aBoard, aPerson, aPlc, aPlcFile, aStage, asId, aTheme } from '../testing/builders.ts'
import { threadLines, threadOf } from './thread.ts'
import { EXPORT_WORDS } from './words.ts'

const PLC: Plc = { id: asId('plc-1'), name: 'PLC A', members: [asId('p1')], theme: asId('t1'), order: 1 }

/** A PLC with a theme of two notes, its goal, a measure with two readings, and a step that went through a check-in. */
function atWork() {
  const board = aBoard().withNote('n1', 'Worksheets').withNote('n2', 'Students build', { horizon: 'ideal' })
  board.withCluster('c1', 'Makers', ['n1', 'n2']).withCluster('c2', 'Tools', [])
  const plc = aPlc()
  promoteTheme(plc.doc, asId('t1'))
  editGoal(plc.doc, 'statement', 'By May, 70%.')
  keepVersion(plc.doc, { id: asId('v1'), at: Date.UTC(2026, 8, 24), by: null })
  editGoal(plc.doc, 'statement', 'By May, 60%.')
  const measure = { text: 'Units', unit: '%', baseline: '18', baselineDate: '2026-09-24', target: '60', targetDate: '2027-05-21' }
  saveIndicator(plc.doc, asId('i1'), measure)
  saveReading(plc.doc, { id: asId('r1'), indicator: asId('i1'), date: '2026-10-26', value: '24' })
  saveReading(plc.doc, { id: asId('r2'), indicator: asId('i1'), date: '2026-11-30', value: '31' })
  saveStep(plc.doc, asId('s1'), { owner: asId('p1'), text: 'Co-plan', indicator: asId('i1') })
  markStep(plc.doc, asId('s1'), '2026-10-26', { status: 'in_progress', word: 'Two teams' })
  markStep(plc.doc, asId('s1'), '2026-11-30', { status: 'done' })
  quoteNote(plc.doc, asId('n2'), true)
  const plan = (themes: readonly Theme[] = [aTheme('t1', 'c1', { title: 'Makers' })], of: Plc = PLC) => {
    const stage = aStage({ people: [aPerson('p1', { name: 'Ana' })], themes, plcs: [aPlcFile(of.id, of)] })
    return { stage, plan: plcPlan(of, stage, boardView(board.doc), plc.view()) }
  }
  return { board: board.doc, plan }
}

const lines = ({ stage, plan }: ReturnType<ReturnType<typeof atWork>['plan']>): readonly string[] =>
  threadLines(threadOf(plan, stage, 'en'), EXPORT_WORDS.en).map(({ knot, text }) => `${knot}: ${text}`)

describe('the thread of a PLC', () => {
  it('G15: is one line from the notes over the goal’s versions and readings to what became of each step', () => {
    expect(lines(atWork().plan())).toEqual([
      'Notes: Today: 1, In three years: 1',
      'Cluster: Makers',
      'Theme: Makers',
      'Our goal: (Sep 24, 2026) By May, 70%.',
      'Our goal: By May, 60%.',
      'Measure 1: Units: Today 18% (Sep 24, 2026) → 24% (Oct 26, 2026) → 31% (Nov 30, 2026) → Target 60% (May 21, 2027)',
      'Step: Co-plan (Ana): In progress (Oct 26, 2026): Two teams → Done (Nov 30, 2026)',
    ])
  })

  it('G14: a cluster that was merged away is named, and its notes are still behind the theme', () => {
    const { board, plan } = atWork()
    mergeClusters(board, asId('c1'), asId('c2'))
    expect(plan().plan.news).toEqual([{ kind: 'merged', into: 'Tools' }])
    expect(threadOf(plan().plan, plan().stage, 'en').notes.map(({ id }) => id)).toEqual(['n2', 'n1'])
    expect(lines(plan())[2]).toContain('was merged into “Tools”')
  })

  it('G14: a cluster that was dissolved leaves its notes behind the theme, and each note still knows its theme', () => {
    const { board, plan } = atWork()
    dissolveCluster(board, asId('c1'))
    const { stage, plan: now } = plan()
    expect(now.news).toEqual([{ kind: 'dissolved' }])
    expect([...now.source!.current, ...now.source!.ideal].map((note) => note.text)).toEqual(['Worksheets', 'Students build'])
    expect(noteFate(asId('n1'), stage, boardView(board)).themes.map(({ id }) => id)).toEqual(['t1'])
  })

  it('G14: another theme, or one that is no longer marked, is said, and the goal keeps what it stands on', () => {
    const { plan } = atWork()
    const other = aTheme('t2', 'c2', { title: 'Tools' })
    const moved: Plc = { ...PLC, theme: asId<ThemeId>('t2') }
    const replaced = plan([aTheme('t1', 'c1', { title: 'Makers' }), other], moved)
    expect(replaced.plan.news).toEqual([{ kind: 'replaced', from: 'Makers', to: other }])
    expect(replaced.plan.source?.theme.id).toBe('t1')
    const unmarked = plan([other], moved)
    expect(unmarked.plan.news).toEqual([{ kind: 'unmarked' }])
    expect(unmarked.plan.source?.theme.id).toBe('t2')
    expect(unmarked.plan.quotes).toHaveLength(1)
  })
})
