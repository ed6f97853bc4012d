import type { Rect } from '@groundswell/shared'

/** How wide a text is at a size of 1 px. */
export type Measure = (text: string) => number

/** A cluster as a tile, in px from its top left corner: what it is about, its title, how many notes of each side. */
export interface Tile {
  readonly pad: number
  /** Null where there is no room for words: the mark alone says the focus. */
  readonly badge: { readonly y: number; readonly h: number; readonly words: boolean } | null
  readonly title: { readonly y: number; readonly size: number; readonly lines: readonly string[] }
  /** Small papers, one for each note; null where they would be specks. */
  readonly papers: { readonly y: number; readonly w: number; readonly h: number; readonly gap: number } | null
  /** The baseline of the counts in words; null where there is no room for them. */
  readonly counts: number | null
}

export interface TileFacts {
  readonly title: string
  readonly hasFocus: boolean
  readonly notes: number
}

const SIZES = [22, 20, 18, 16, 15, 14, 13, 12, 11, 10, 9]
const LEADING = 1.16
const MOST_LINES = 3
/** px of the words beside the title. */
export const SMALL = 14
const BADGE = 24

/** px of the button in the corner that leads to the notes. */
export const DOOR = 40
export const hasDoor = ({ w, h }: Pick<Rect, 'w' | 'h'>): boolean => w >= 130 && h >= 84

/** Cuts a text into lines of at most `width` px at `size`; a word that is wider stands alone. */
function wrap(text: string, width: number, size: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measure(longer) * size <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function shorten(line: string, width: number, size: number, measure: Measure): string {
  let cut = line
  while (cut.length > 1 && measure(`${cut}…`) * size > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}

/** The largest title that fits; where none does, the smallest, ended with an ellipsis. */
function setTitle(text: string, width: number, height: number, measure: Measure): { size: number; lines: readonly string[] } {
  const fits = (lines: readonly string[], size: number) =>
    lines.length <= MOST_LINES && lines.length * size * LEADING <= height && lines.every((line) => measure(line) * size <= width)
  for (const size of SIZES) {
    const lines = wrap(text, width, size, measure)
    if (fits(lines, size)) return { size, lines }
  }
  const size = SIZES.at(-1) ?? 9
  const room = Math.max(1, Math.min(MOST_LINES, Math.floor(height / (size * LEADING))))
  const lines = wrap(text, width, size, measure)
  const kept = lines.slice(0, room)
  const last = kept.at(-1) ?? ''
  if (lines.length > room || measure(last) * size > width) kept[kept.length - 1] = shorten(last, width, size, measure)
  return { size, lines: kept }
}

const GAP = 3
const LEAST_PAPER = 4

function setPapers(notes: number, width: number): { w: number; h: number; gap: number } | null {
  if (notes === 0) return null
  // One gap more than between neighbours keeps the two sides apart.
  const w = Math.min(20, (width - GAP * (notes + 1)) / notes)
  return w < LEAST_PAPER ? null : { w, h: Math.max(5, w * 0.66), gap: GAP }
}

/** Sets a tile of this size: the title first, then what there is room for. */
export function layOutTile({ w, h }: Pick<Rect, 'w' | 'h'>, { title, hasFocus, notes }: TileFacts, measure: Measure): Tile {
  const pad = Math.max(4, Math.min(12, w * 0.07))
  const inner = w - 2 * pad
  const words = w >= 205 && h >= 104
  const badge = hasFocus ? { y: pad, h: words ? BADGE : Math.min(14, h * 0.14), words } : null
  const counts = w >= 150 && h >= 116 ? h - pad - 3 : null
  const papers = h >= 54 ? setPapers(notes, inner) : null
  const foot = h - pad - (counts === null ? 0 : SMALL + 6)
  const top = badge === null ? pad : badge.y + badge.h + (words ? 6 : 4)
  // Without a badge the title stands beside the way in.
  const width = inner - (badge === null && hasDoor({ w, h }) ? DOOR : 0)
  const below = papers === null ? foot : foot - papers.h
  return {
    pad,
    badge,
    title: { y: top, ...setTitle(title, width, below - top - (papers === null ? 0 : 6), measure) },
    papers: papers === null ? null : { ...papers, y: below },
    counts,
  }
}
