import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import data from '../../data/example-session.json' with { type: 'json' }
import { saveStep } from '../commands/plan.ts'
import { exampleSession } from '../example/example-session.ts'
import { fillBoard, fillPlc, fillStage } from '../portable/fill.ts'
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
  })

  it('says of each theme which PLC took it, and of the others that none has', () => {
    const record = recordWith()
    const without = { ...record, plans: record.plans.slice(1) }
    expect(districtHtml(record, 'en')).not.toContain('No PLC yet')
    expect(districtHtml(without, 'en').match(/No PLC yet/g)).toHaveLength(1)
  })
})
