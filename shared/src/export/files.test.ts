import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import data from '../../data/example-session.json' with { type: 'json' }
import { editGoal } from '../commands/goal.ts'
import { keepVersion } from '../commands/goal-history.ts'
import { saveStep } from '../commands/plan.ts'
import { exampleSession } from '../example/example-session.ts'
import { fillBoard, fillPlc, fillStage } from '../portable/fill.ts'
import { districtRollUp } from '../selectors/district.ts'
import { asId } from '../testing/builders.ts'
import { districtHtml, planHtml } from './html.ts'
import { planIcs } from './ics.ts'
import { planPage } from './page.ts'
import { planBlocks } from './paper.ts'
import { sessionRecord, type SessionRecord } from './record.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const OPTIONS = { now: NOW, person: null }

function recordWith(change: (plc: Y.Doc) => void = () => {}, naming: 'named' | 'no_names' = 'named'): SessionRecord {
  const example = exampleSession(data, NOW)
  const file = { ...example, session: { ...example.session, naming } }
  const [stage, board] = [new Y.Doc(), new Y.Doc()]
  fillStage(stage, file)
  fillBoard(board, file)
  const plcs = new Map(file.plcs.map(({ id }) => [id, new Y.Doc()]))
  for (const [id, doc] of plcs) fillPlc(doc, file, id)
  for (const doc of plcs.values()) change(doc)
  return sessionRecord({ stage, board, plcs })
}

const octets = (line: string): number => encodeURIComponent(line).replace(/%../g, '%').length

/** Unfolds and unescapes as RFC 5545 has it. */
const titlesOf = (text: string): readonly string[] =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line.startsWith('SUMMARY:'))
    .map((line) => line.slice(8).replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)))

describe('a calendar of a plan', () => {
  it('X8: any words read back, and no line is too long or broken inside a letter', () => {
    const some = fc.string({
      unit: fc.constantFrom('a', ' ', ',', ';', '\\', '\n', ':', 'é', '字', '👩‍🏫'),
      minLength: 1,
      maxLength: 120,
    })
    fc.assert(
      fc.property(some, (words) => {
        const record = recordWith((plc) =>
          saveStep(plc, asId('s-new'), { owner: asId('p1'), text: `x${words}x`, due: '2026-12-01' }),
        )
        const text = planIcs(record.plans.slice(0, 1), record.stage, 'en', OPTIONS)
        for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
        expect(titlesOf(text).some((title) => title.includes(`x${words}x`))).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  it('leaves out what has no day that exists, what is done, and with a person the steps of others', () => {
    const record = recordWith((plc) => {
      saveStep(plc, asId('a1'), { owner: asId('p1'), text: 'No such day', due: '2026-02-31' })
      saveStep(plc, asId('a2'), { owner: asId('p1'), text: 'Is done', due: '2026-12-01', status: 'done' })
      saveStep(plc, asId('a3'), { owner: asId('someone'), text: 'Of someone', due: '2026-12-01' })
    })
    const all = planIcs(record.plans, record.stage, 'en', OPTIONS)
    const mine = planIcs(record.plans, record.stage, 'en', { now: NOW, person: asId('p1') })
    expect(all).not.toMatch(/No such day|Is done/)
    expect([all.includes('Of someone'), mine.includes('Of someone')]).toEqual([true, false])
  })
})

describe('a plan as a document', () => {
  it('X7: HTML shows what people typed and runs none of it', () => {
    const record = recordWith((plc) =>
      saveStep(plc, asId('s-new'), { owner: asId('p1'), text: '<img src=x onerror="alert(1)">' }),
    )
    const html = planHtml(record.plans[0]!, record.stage, 'en')
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;')
    expect(html).not.toContain('<img')
  })

  it('X2: names no author where no names were promised', () => {
    const quotes = (naming: 'named' | 'no_names') => {
      const record = recordWith(undefined, naming)
      return planBlocks(planPage(record.plans[0]!, record.stage, 'en')).filter(({ kind }) => kind === 'quote')
    }
    const names = recordWith().stage.people.map(({ name }) => name)
    const said = (naming: 'named' | 'no_names') => names.filter((name) => JSON.stringify(quotes(naming)).includes(name))
    expect(said('named').length).toBeGreaterThan(0)
    expect(said('no_names')).toEqual([])
    const record = recordWith(undefined, 'no_names')
    const html = planHtml(record.plans[0]!, record.stage, 'en')
    const quoted = html.match(/<blockquote[\s\S]*?<\/blockquote>/g) ?? []
    expect(quoted.length).toBeGreaterThan(0)
    expect(names.filter((name) => quoted.some((quote) => quote.includes(name)))).toEqual([])
    expect(planPage(record.plans[0]!, record.stage, 'en').voices.map(({ author }) => author)).toEqual(quoted.map(() => null))
  })

  it('says of each theme which PLC took it, and of the others that none has', () => {
    const record = recordWith()
    const without = { ...record, plans: record.plans.slice(1) }
    expect(districtHtml(record, 'en')).not.toContain('No PLC yet')
    expect(districtHtml(without, 'en').match(/No PLC yet/g)).toHaveLength(1)
  })

  it('G16: shows the district counts and measures by theme, never a person’s plan or answer', () => {
    const { stage, plans } = recordWith()
    const themes = districtRollUp(stage, plans)
    expect(themes.map(({ theme }) => theme.id)).toEqual(stage.themes.map(({ id }) => id))
    for (const [index, { steps, measures, members }] of themes.entries()) {
      const { view, plc } = plans[index]!
      expect(Object.values(steps).reduce((sum, count) => sum + count, 0)).toBe(view.steps.length)
      expect(measures.map(({ indicator }) => indicator)).toEqual(view.goal.indicators)
      expect(members).toBe(plc.members.length)
    }
    const last = plans[0]!.view.readings.at(-1)!
    expect(themes[0]!.measures.find(({ indicator }) => indicator.id === last.indicator)?.last?.value).toBe(last.value)
    const words = JSON.stringify(themes)
    for (const { view } of plans)
      for (const text of [...view.plans.map(({ growthFocus }) => growthFocus), ...view.agreement.map((each) => each.reservation)])
        if (text !== '') expect(words).not.toContain(text)
  })

  it('says which version of the goal it is, and that it was changed since', () => {
    const at = Date.UTC(2026, 9, 26)
    const kept = recordWith((plc) => keepVersion(plc, { id: asId('v9'), at, by: null }))
    const changed = recordWith((plc) => {
      keepVersion(plc, { id: asId('v9'), at, by: null })
      editGoal(plc, 'statement', 'Another sentence')
    })
    const versionIn = ({ plans, stage }: SessionRecord) => planPage(plans[0]!, stage, 'en').version
    expect(versionIn(kept)).toMatch(/^Version \d+, /)
    expect(versionIn(kept)).not.toContain('changed since')
    expect(versionIn(changed)).toContain('changed since')
    expect(planHtml(changed.plans[0]!, changed.stage, 'en')).toContain('changed since')
  })

  it('X7: the HTML page and the document hold every text of the plan', () => {
    const record = recordWith()
    const page = planPage(record.plans[0]!, record.stage, 'en')
    const html = planHtml(record.plans[0]!, record.stage, 'en').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
    const blocks = JSON.stringify(planBlocks(page)).replaceAll('\\"', '"')
    const texts = [...new Set(textsOf(page))].filter((text) => text !== '')
    expect(texts.length).toBeGreaterThan(80)
    for (const text of texts) expect([text, html.includes(text), blocks.includes(text)]).toEqual([text, true, true])
  })
})

/** Every text of a page that is to be read: no ids, no names of states, no labels. */
function textsOf(value: unknown, key = ''): readonly string[] {
  const isMarked =
    ['id', 'language', 'horizon', 'thread', 'plc', 'theme'].includes(key) || (key === 'words' && typeof value === 'object')
  if (isMarked || (key === 'state' && String(value).includes('_'))) return []
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, Array.isArray(value) ? key : name))
}
