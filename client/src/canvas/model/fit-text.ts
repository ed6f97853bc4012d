/** How a note's text is set: the largest size that fits without measuring, and how many lines there is room for. */
export interface TextFit {
  /** px at zoom 1 */
  readonly size: number
  readonly lines: number
  /** True when even the smallest size cannot hold it: it ends in an ellipsis and opens in full. */
  readonly cut: boolean
}

/** Inner width and height of a note's text box, in px: 208 x 136 less padding and the label's line. */
export const TEXT_WIDTH = 178
const TEXT_HEIGHT = 92

/** Largest first. Below 20 the steps are small, so that a word more does not make the text jump. */
const SIZES = [20, 18.5, 17, 16, 15, 14, 13] as const
export const LINE_HEIGHT = 1.24

/** Widths in em of Atkinson Hyperlegible Next at weight 400, by class; a little wide, so that a guess never overflows. */
const WIDTHS: readonly (readonly [chars: string, width: number])[] = [
  ["iljI.,:;'!|", 0.26],
  [' ', 0.28],
  ['tfr()[]-/"', 0.35],
  ['cskvxyz', 0.49],
  ['abdeghnopqu', 0.56],
  ['w', 0.68],
  ['mMW@%—', 0.85],
]
const TABLE: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([chars, width]) => [...chars].map((char) => [char, width] as const)),
)
const SPACE = 0.28
const CAPITAL = 0.65
const OTHER = 0.58
/** Han, kana and the like, and most emoji, stand in a square. */
const FULL_WIDTH_FROM = 0x2e80

function em(char: string): number {
  const known = TABLE.get(char)
  if (known !== undefined) return known
  if ((char.codePointAt(0) ?? 0) >= FULL_WIDTH_FROM) return 1
  return char === char.toLowerCase() ? OTHER : CAPITAL
}

const widthOf = (word: string): number => [...word].reduce((sum, char) => sum + em(char), 0)

/** Lines of greedy wrapping at `size`; a word longer than a line is broken, as the style sheet does. */
function countLines(paragraphs: readonly (readonly number[])[], size: number): number {
  const room = TEXT_WIDTH / size
  let lines = 0
  for (const words of paragraphs) {
    let used = 0
    lines++
    for (const word of words) {
      const before = used === 0 ? 0 : SPACE
      if (used + before + word <= room) used += before + word
      else {
        const whole = Math.ceil(word / room)
        lines += used === 0 ? whole - 1 : whole
        used = word - (whole - 1) * room
      }
    }
  }
  return lines
}

const roomFor = (size: number): number => Math.floor(TEXT_HEIGHT / (size * LINE_HEIGHT) + 0.08)

function compute(text: string): TextFit {
  const paragraphs = text.split('\n').map((line) =>
    line
      .split(' ')
      .filter((word) => word !== '')
      .map(widthOf),
  )
  for (const size of SIZES) {
    const lines = roomFor(size)
    if (countLines(paragraphs, size) <= lines) return { size, lines, cut: false }
  }
  const size = SIZES[SIZES.length - 1] ?? 13
  return { size, lines: roomFor(size), cut: true }
}

const CACHED = 6_000
const cache = new Map<string, TextFit>()

/** The setting of `text`; the same object for the same text, so that a note re-renders only when it must. */
export function fitText(text: string): TextFit {
  const known = cache.get(text)
  if (known) return known
  if (cache.size >= CACHED) cache.clear()
  const fit = compute(text)
  cache.set(text, fit)
  return fit
}
