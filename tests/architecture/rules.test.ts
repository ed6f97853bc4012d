import { describe, expect, it } from 'vitest'
import { compareRules, readRuleIds } from './lib/rules.ts'
import { has, readSourceFiles, readText } from './lib/source-files.ts'
import { readTestCalls } from './lib/test-calls.ts'

const DOCUMENTS = ['shared/SPEC.md', 'server/PROTOCOL.md']

// This folder plants faults on purpose, so its own titles cite nothing.
const titles = readSourceFiles()
  .filter(({ path }) => !path.startsWith('tests/architecture/'))
  .flatMap((file) => readTestCalls(file).map(({ title }) => title))

describe('numbered rules', () => {
  const report = compareRules(DOCUMENTS.filter(has).map(readText), titles)

  it('each is cited by the title of a test', () => {
    expect(report.untested).toEqual([])
  })

  it('a title cites only rules that exist', () => {
    expect(report.unknown).toEqual([])
  })

  it('no two share a number', () => {
    expect(report.repeated).toEqual([])
  })
})

describe('the comparison itself', () => {
  it('reads rules at the start of a paragraph or a list item, nowhere else', () => {
    expect(readRuleIds('**N1** A note.\n- **N2** Another.\n  * **CL10** Nested.\nSee **N3** there.')).toEqual([
      'N1',
      'N2',
      'CL10',
    ])
  })

  it('finds an untested rule, an unknown citation and a repeated number', () => {
    const report = compareRules(['**N1** a\n\n**N2** b\n\n**N2** c'], ['N1 holds', 'N7 holds', 'an UTF8 text (N1)'])
    expect(report).toEqual({ defined: 2, untested: ['N2'], unknown: ['N7 in "N7 holds"'], repeated: ['N2'] })
  })

  it('reads titles behind each, in templates and in nested calls', () => {
    const text = "describe('A1 x', () => { it.each([1])('A2 %s', () => {}); test(`A3 ${1} y`, () => {}) }); fit('A4')"
    const found = readTestCalls({ path: 'x.test.ts', text }).map(({ title }) => title)
    expect(found.filter((title) => title !== '')).toEqual(['A1 x', 'A2 %s', 'A3   y'])
  })
})
