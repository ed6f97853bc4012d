import type { FarCluster } from '../model/far-paint.ts'
import { layOutTile, SMALL, type Measure, type Tile } from '../model/tile.ts'
import type { Palette } from './palette.ts'

/** The words on a tile, in the person's language. */
export interface TileWords {
  readonly split: (current: number, ideal: number) => string
  readonly focus: Readonly<Record<'student_outcome' | 'teacher_action', string>>
  readonly unnamed: string
  readonly empty: string
}

type Context = CanvasRenderingContext2D
type Item = FarCluster['item']

const widths = new Map<string, number>()
/** Kept words are a few per cluster; a board that was retitled for hours starts over. */
const MOST_WIDTHS = 4000

/** Measured once at a large size: a title is set at a dozen sizes while one zooms. */
const measureIn =
  (context: Context, font: string): Measure =>
  (text) => {
    const key = `${font} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    if (widths.size > MOST_WIDTHS) widths.clear()
    context.font = `650 100px ${font}`
    const width = context.measureText(text).width / 100
    widths.set(key, width)
    return width
  }

/** A cluster from a distance: what it is about, its title as large as there is room for, one small paper for each note. */
export function paintTile(context: Context, { rect, item }: FarCluster, zoom: number, palette: Palette, say: TileWords): void {
  const font = palette['font'] ?? 'sans-serif'
  paintPaper(context, rect, item, zoom, palette)
  const named = item.title !== ''
  const facts = {
    title: named ? item.title : say.unnamed,
    hasFocus: item.focus !== null,
    notes: item.current + item.ideal,
  }
  const tile = layOutTile(rect, facts, measureIn(context, font))
  const [x, y] = [rect.x + tile.pad, rect.y]
  context.textBaseline = 'alphabetic'
  if (tile.badge !== null && item.focus !== null)
    paintBadge(context, { x, y: y + tile.badge.y }, tile.badge, item.focus, palette, say)
  context.fillStyle = palette[named ? 'ink' : 'ink-2'] ?? ''
  context.font = `${named ? 650 : 450} ${tile.title.size}px ${font}`
  tile.title.lines.forEach((line, index) =>
    context.fillText(line, x, y + tile.title.y + tile.title.size * (0.86 + 1.16 * index), rect.w - 2 * tile.pad),
  )
  if (tile.papers !== null) paintPapers(context, { x, y: y + tile.papers.y }, tile.papers, item, palette)
  if (tile.counts === null) return
  context.fillStyle = palette['ink-2'] ?? ''
  context.font = `400 ${SMALL}px ${font}`
  const counts = facts.notes === 0 ? say.empty : say.split(item.current, item.ideal)
  context.fillText(counts, x, y + tile.counts, rect.w - 2 * tile.pad)
}

function paintPaper(context: Context, rect: FarCluster['rect'], item: Item, zoom: number, palette: Palette): void {
  const radius = Math.max(4, Math.min(12, 36 * zoom))
  context.beginPath()
  context.roundRect(rect.x, rect.y, rect.w, rect.h, radius)
  context.fillStyle = palette['surface'] ?? ''
  context.fill()
  context.strokeStyle = palette[item.target ? 'accent' : 'line'] ?? ''
  context.lineWidth = item.target ? 3 : 1
  context.stroke()
}

interface Point {
  readonly x: number
  readonly y: number
}

function paintBadge(
  context: Context,
  { x, y }: Point,
  { h, words }: NonNullable<Tile['badge']>,
  focus: NonNullable<Item['focus']>,
  palette: Palette,
  say: TileWords,
): void {
  const token = focus === 'student_outcome' ? 'student' : 'teacher'
  const mark = words ? 5 : h / 2
  const left = words ? x + 9 : x
  if (words) {
    context.font = `600 ${SMALL}px ${palette['font'] ?? 'sans-serif'}`
    context.beginPath()
    context.roundRect(x, y, context.measureText(say.focus[focus]).width + 34, h, h / 2)
    context.fillStyle = palette[`${token}-soft`] ?? ''
    context.fill()
  }
  context.fillStyle = palette[token] ?? ''
  context.beginPath()
  if (focus === 'student_outcome') context.arc(left + mark, y + h / 2, mark, 0, 7)
  else context.rect(left, y + h / 2 - mark, 2 * mark, 2 * mark)
  context.fill()
  if (words) context.fillText(say.focus[focus], left + 2 * mark + 6, y + h / 2 + SMALL * 0.34)
}

/** Today's papers are square and stand first, those of the ideal are round: told by shape as much as by colour. */
function paintPapers(
  context: Context,
  { x, y }: Point,
  { w, h, gap }: NonNullable<Tile['papers']>,
  { current, ideal }: Item,
  palette: Palette,
): void {
  const side = (from: number, count: number, radius: number, fill = '', edge = '') => {
    context.beginPath()
    for (let index = 0; index < count; index++) context.roundRect(from + index * (w + gap), y, w, h, radius)
    context.fillStyle = fill
    context.fill()
    context.strokeStyle = edge
    context.lineWidth = 1
    context.stroke()
  }
  side(x, current, 1, palette['today-note'], palette['today-edge'])
  const next = current === 0 ? x : x + current * (w + gap) + gap
  side(next, ideal, h * 0.4, palette['ideal-note'], palette['ideal-edge'])
}
