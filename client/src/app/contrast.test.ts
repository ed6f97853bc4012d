import { describe, expect, it } from 'vitest'
import tokens from './tokens.css?raw'

type Colours = ReadonlyMap<string, string>

/** The hex colours that a rule sets, by token name. */
function coloursIn(css: string): Colours {
  return new Map([...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

const [lightCss = '', rest = ''] = tokens.split('@media (prefers-color-scheme: dark)')
const [systemDarkCss = '', chosenDarkCss = ''] = rest.split(":root[data-theme='dark']")
const light = coloursIn(lightCss)
const systemDark = coloursIn(systemDarkCss)
const chosenDark = coloursIn(chosenDarkCss)

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(colours: Colours, a: string, b: string): number {
  const values = [a, b].map((name) => luminance(colours.get(name) ?? '#808080')).sort((x, y) => y - x)
  return ((values[0] ?? 0) + 0.05) / ((values[1] ?? 0) + 0.05)
}

const TEXT: readonly (readonly [ink: string, ground: string])[] = [
  ...['--paper', '--surface', '--raised', '--sunken', '--today-ground', '--ideal-ground'].flatMap(
    (ground) =>
      [
        ['--ink', ground],
        ['--ink-2', ground],
      ] as const,
  ),
  ['--accent-ink', '--accent'],
  ['--accent-ink', '--accent-hover'],
  ['--accent', '--surface'],
  ['--accent', '--paper'],
  ['--accent-soft-ink', '--accent-soft'],
  ['--ink', '--accent-soft'],
  ['--today-ink', '--today-note'],
  ['--ideal-ink', '--ideal-note'],
  ['--student', '--student-soft'],
  ['--teacher', '--teacher-soft'],
  ['--student', '--surface'],
  ['--teacher', '--surface'],
  ['--warn', '--warn-soft'],
  ['--warn', '--surface'],
  ['--danger', '--surface'],
  ['--danger', '--paper'],
  ['--danger', '--danger-soft'],
  ['--ok', '--surface'],
  ['--swell-ink', '--swell-front'],
  ...Array.from({ length: 12 }, (_, index) => ['--presence-ink', `--presence-${index + 1}`] as const),
]

/** What is seen without being read: borders of controls, the focus ring, people's colours on the board. */
const SHAPES: readonly (readonly [string, string])[] = [
  ['--line-strong', '--surface'],
  ['--line-strong', '--raised'],
  ['--focus', '--surface'],
  ['--focus', '--paper'],
  ...Array.from({ length: 12 }, (_, index) => [`--presence-${index + 1}`, '--today-ground'] as const),
  ...Array.from({ length: 12 }, (_, index) => [`--presence-${index + 1}`, '--ideal-ground'] as const),
]

const below = (colours: Colours, pairs: typeof TEXT, least: number): readonly string[] =>
  pairs.filter(([a, b]) => contrast(colours, a, b) < least).map(([a, b]) => `${a} on ${b}: ${contrast(colours, a, b).toFixed(2)}`)

describe.each([
  ['light', light],
  ['dark', systemDark],
] as const)('contrast in %s', (_name, colours) => {
  it('is 4.5 or better wherever there is text', () => {
    expect(below(colours, TEXT, 4.5)).toEqual([])
  })

  it('is 3 or better wherever a shape carries meaning', () => {
    expect(below(colours, SHAPES, 3)).toEqual([])
  })

  it('knows every colour it was asked about', () => {
    expect([...TEXT, ...SHAPES].flat().filter((name) => !colours.has(name))).toEqual([])
  })
})

describe('dark by choice', () => {
  it("is the same as dark by the system's setting", () => {
    expect([...chosenDark]).toEqual([...systemDark])
  })
})
