import { describe, expect, it } from 'vitest'
import { countLines, findAny, findSkips, findSleeps } from './lib/manners.ts'
import { readSourceFiles } from './lib/source-files.ts'

const LONG = 300
const TOO_LONG = 400

const files = readSourceFiles()
const planted = (text: string, path = 'tests/relay/x.test.ts'): readonly [{ path: string; text: string }] => [{ path, text }]

describe('sizes', () => {
  it(`no file is longer than ${TOO_LONG} lines`, () => {
    const long = files.map((file) => ({ path: file.path, lines: countLines(file) })).filter(({ lines }) => lines > LONG)
    for (const { path, lines } of long) console.warn(`${path} has ${lines} lines; split it before it grows further.`)
    expect(long.filter(({ lines }) => lines > TOO_LONG)).toEqual([])
  })
})

describe('types', () => {
  it('nothing is typed any', () => {
    expect(findAny(files)).toEqual([])
  })

  it('finds a planted any, not the word', () => {
    expect(findAny(planted('const x: any = 1'))).toHaveLength(1)
    expect(findAny(planted(`// takes any: number\nconst x = 'as any'`))).toEqual([])
  })
})

describe('tests', () => {
  it('wait for conditions, never for time', () => {
    expect(findSleeps(files)).toEqual([])
  })

  it.each([
    'await page.waitForTimeout(100)',
    'await sleep(5)',
    'await new Promise((resolve) => setTimeout(resolve, 20))',
    'await new Promise<void>(r => { setTimeout(r, 20) })',
    `import { setTimeout } from 'node:timers/promises'`,
  ])('finds a planted sleep: %s', (text) => {
    expect(findSleeps(planted(text))).toHaveLength(1)
  })

  it('all run', () => {
    expect(findSkips(files)).toEqual([])
  })

  it.each([`it.skip('x')`, `describe.only('x')`, `test.fixme('x')`, `describe.skipIf(true).each([])('x')`, `it.todo('x')`])(
    'finds a planted test that does not run: %s',
    (text) => {
      expect(findSkips(planted(text))).not.toEqual([])
    },
  )
})
