import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import data from '../../data/example-session.json' with { type: 'json' }
import { LANGUAGES } from '../api.ts'
import { exampleSession } from '../example/example-session.ts'
import type { ItemId, NoteId, PersonId, PlcId } from '../ids.ts'
import { asId } from '../testing/builders.ts'
import { planHtml } from './html.ts'
import { fillBoard, fillPlc, fillStage } from '../portable/fill.ts'
import type { SessionFile } from '../portable/session-file.ts'
import { csvTable, notesCsv, stepsCsv } from './csv.ts'
import { planMarkdown, sessionMarkdown } from './markdown.ts'
import { plain } from './markdown-text.ts'
import { planPage } from './page.ts'
import { sessionRecord, type SessionRecord } from './record.ts'
import { EXPORT_WORDS, formatDate } from './words.ts'

const example = exampleSession(data, Date.parse('2026-11-24T09:00:00Z'))

function recordOf(file: SessionFile): SessionRecord {
  const stage = new Y.Doc()
  const board = new Y.Doc()
  fillStage(stage, file)
  fillBoard(board, file)
  const plcs = file.plcs.map((plc): [PlcId, Y.Doc] => {
    const doc = new Y.Doc()
    fillPlc(doc, file, plc.id)
    return [plc.id, doc]
  })
  return sessionRecord({ stage, board, plcs: new Map(plcs) })
}

const record = recordOf(example)
const GAINS = 'Who might this goal leave out, and what would bring them in?'
const plan = record.plans[0]!

/** Reads RFC 4180 back, as a spreadsheet would. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let rest = text.replace(/^\uFEFF/, '')
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)
    if (match === null) throw new Error(`not a table from ${JSON.stringify(rest.slice(0, 40))}`)
    rows.at(-1)?.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'))
    if (match[3] === '\r\n') rows.push([])
    rest = rest.slice(match[0].length)
  }
  return rows.slice(0, -1)
}

describe('questions the PLC worked on', () => {
  it('K2: stand in its plan with their answers, and one that nobody touched does not', () => {
    const asked = { ...example.questionCards[0]!, id: asId<ItemId>('untouched'), text: 'Untouched?', settled: [] }
    const { stage, plans } = recordOf({ ...example, questionCards: [...example.questionCards, asked] })
    const page = planPage(plans[0]!, stage, 'en')
    expect(page.questions.map(({ text, state }) => [text, state])).toEqual([[GAINS, 'Answered']])
    for (const text of [planMarkdown(plans[0]!, stage, 'en'), planHtml(plans[0]!, stage, 'en')]) {
      expect(text).toContain('Questions we worked on')
      expect(text).toContain('Students who only have a phone at home.')
    }
    expect(planMarkdown(plans[2]!, stage, 'es')).toContain('(Guardada para después)')
  })
})

describe('tables', () => {
  it('has one row per note, with what became of it', () => {
    const [head, ...rows] = parseCsv(notesCsv(record, 'en'))
    expect(head).toEqual([
      'Note',
      'Horizon',
      'Text',
      'Cluster',
      'Theme',
      'PLC',
      'Round',
      'Late',
      'Set aside',
      'Same for me',
      'Matters to me',
      'Tell us more',
      'Author',
    ])
    expect(rows).toHaveLength(74)
    expect(rows.find(([id]) => id === 'n06')).toEqual([
      'n06',
      'In three years',
      example.notes[5]?.text,
      'Students make things that matter',
      'Students as creators',
      'PLC A',
      '1',
      '',
      '',
      '0',
      '0',
      '0',
      'Marcus Bell',
    ])
  })

  it('X2: has no author where no names were promised', () => {
    const quiet = recordOf({ ...example, session: { ...example.session, naming: 'no_names' } })
    const all = notesCsv(quiet, 'en')
    expect(parseCsv(all)[0]).not.toContain('Author')
    expect(all).not.toContain('Marcus Bell')
  })

  it('has one row per action step, with its owner and the measure it feeds', () => {
    const [head, ...rows] = parseCsv(stepsCsv(record, 'es'))
    expect(head?.[1]).toBe('Persona')
    expect(rows).toHaveLength(36)
    expect(rows[0]?.slice(0, 3)).toEqual(['PLC A', 'Priya Raman', 'Asesor de tecnología educativa'])
    expect(rows[0]?.[4]).toBe('Teachers who co-planned a creation task with a coach or trainer')
  })

  it('X4: any text comes back from a table, and none begins as a formula', () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '\t', ' =', '\r', '"', '＝', '\n-')
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(start, fc.string()).map((parts) => parts.join('')),
          { minLength: 1 },
        ),
        (texts) => {
          const [row] = parseCsv(csvTable([texts]))
          expect(row?.map((text) => text.replace(/^'/, ''))).toEqual(texts.map((text) => text.replace(/^'/, '')))
          for (const text of row ?? []) expect(text).not.toMatch(/^(\s*[=+\-@＝＋－＠]|[\t\r\n])/)
        },
      ),
    )
  })
})

describe('the page of a plan', () => {
  it.each(LANGUAGES)('X5: screen and Markdown say the same, in %s', (language) => {
    const page = planPage(plan, record.stage, language)
    const file = planMarkdown(plan, record.stage, language)
    const said = [
      page.statement,
      page.why,
      page.picture,
      page.inclusive,
      page.equitable,
      ...page.success,
      ...page.needs,
      ...page.risks,
      ...page.voices.map((voice) => voice.text),
      ...page.measures.flatMap((row) => [row.text, row.today, row.target, row.by, row.source]),
      ...page.members.flatMap((one) => [
        one.name,
        one.contribution,
        ...one.steps.flatMap((step) => [step.text, step.evidence, step.due]),
      ]),
      ...page.checkIns.map((entry) => entry.date),
      ...page.tests.flatMap((entry) => [entry.predicted, entry.decided]),
    ]
    for (const text of said) expect(file).toContain(plain(text))
    expect(file).toContain(EXPORT_WORDS[language].label.growthOnly)
  })

  it('lets the original notes speak, quoted ones and the ideal first', () => {
    expect(planPage(plan, record.stage, 'en').voices.map((voice) => [voice.id, voice.author])).toEqual([
      ['n42', 'Luis Ferrer'],
      ['n44', 'Sofia Lindqvist'],
      ['n06', 'Marcus Bell'],
    ])
  })

  it('says where each measure stands and what is still to be collected', () => {
    const rows = planPage(record.plans[2]!, record.stage, 'en').measures
    expect(rows.map((row) => row.today)).toEqual([
      '14 cycles (Sep 24, 2026)',
      '40% (Sep 24, 2026)',
      'to be collected by Oct 23, 2026',
      '48% (Sep 24, 2026)',
    ])
  })

  it('marks a step that passes through other hands', () => {
    const [first, second] = planPage(plan, record.stage, 'en').members[0]!.steps
    expect([first?.handoff, first?.supportFrom, second?.handoff]).toEqual([true, ['Marcus Bell'], false])
  })

  it('is a page, too, when a PLC has made nothing yet', () => {
    const bare = sessionRecord({ stage: new Y.Doc(), board: new Y.Doc(), plcs: new Map() })
    const none = recordOf({
      ...example,
      notes: [],
      clusters: [],
      themes: [],
      plcs: example.plcs.map((plc) => ({ ...plc, theme: null })),
    })
    expect(sessionMarkdown(bare, 'en')).toContain('# Session')
    expect(planPage(none.plans[0]!, none.stage, 'es')).toMatchObject({ theme: '', voices: [] })
  })
})

describe('the Markdown record', () => {
  it('holds every note, theme and plan', () => {
    const file = sessionMarkdown(record, 'en')
    for (const note of example.notes) expect(file).toContain(plain(note.text))
    for (const theme of example.themes) expect(file).toContain(`### ${theme.title}`)
    for (const plc of example.plcs) expect(file).toContain(plain(plc.goal.statement))
  })

  it('tells what became of a cluster that is no theme', () => {
    const cluster = example.clusters.find(({ id }) => !example.themes.some((theme) => theme.cluster === id))!
    const homes = [{ cluster: cluster.id, text: 'Technology department, status on day 30' }]
    const file = sessionMarkdown(recordOf({ ...example, session: { ...example.session, homes } }), 'en')
    expect(file).toContain(`### ${plain(cluster.title)}`)
    expect(file.split('\n### ').find((part) => part.startsWith(plain(cluster.title)))).toContain(
      'Where it goes:** Technology department, status on day 30',
    )
  })

  it('X2: names no author where no names were promised', () => {
    const file = sessionMarkdown(recordOf({ ...example, session: { ...example.session, naming: 'no_names' } }), 'en')
    expect(file).toContain('Any family can walk in')
    expect(file).not.toMatch(/Any family can walk in.*Marcus/)
  })

  it.each([
    ['# loud', '\\# loud'],
    ['- one', '\\- one'],
    ['12. twelve', '12\\. twelve'],
    ['a | b', 'a \\| b'],
    ['<script>', '\\<script\\>'],
    ['[x](javascript:y)', '\\[x\\](javascript:y)'],
    ['two\n\nlines', 'two lines'],
  ])('X6: %j reads as typed', (typed, written) => {
    expect(plain(typed)).toBe(written)
  })

  it('X6: no text breaks out of its line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text)).not.toMatch(/[\n\r]|(?<!\\)(?:\\\\)*[<|#]/)
      }),
    )
  })
})

describe('initials', () => {
  const [first, ...others] = example.notes
  const signed: SessionFile = { ...example, notes: [{ ...first!, initials: 'JD' }, ...others] }
  const author = example.people.find(({ id }) => id === first!.author)!.name

  it('N8: stand with the author in the table and in the whole session, and without names nowhere', () => {
    const files = (file: SessionFile) => [notesCsv(recordOf(file), 'en'), sessionMarkdown(recordOf(file), 'en')]
    for (const text of files(signed)) expect(text).toContain(`${author} · JD`)
    for (const text of files({ ...signed, session: { ...signed.session, naming: 'no_names' } })) expect(text).not.toContain('JD')
  })
})

describe('words', () => {
  it.each(LANGUAGES)('has a word for every label in %s', (language) => {
    const { label, months } = EXPORT_WORDS[language]
    expect(Object.keys(label)).toEqual(Object.keys(EXPORT_WORDS.en.label))
    expect([...Object.values(label), ...months].every((word) => word.trim() !== '')).toBe(true)
  })

  it('writes dates as each language does, and nothing for none', () => {
    expect([
      formatDate('2026-10-03', 'en'),
      formatDate('2026-10-03', 'es'),
      formatDate('', 'en'),
      formatDate('soon', 'es'),
    ]).toEqual(['Oct 3, 2026', '3 oct 2026', '', ''])
  })

  it('knows people and notes only by id', () => {
    expect(
      planPage({ ...plan, quotes: [{ ...plan.quotes[0]!, id: 'n99' as NoteId, author: 'gone' as PersonId }] }, record.stage, 'en')
        .voices[0]?.author,
    ).toBeNull()
  })
})
