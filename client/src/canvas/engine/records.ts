import { NOTE_HEIGHT, NOTE_WIDTH, type FocusType, type Horizon, type NoteId } from '@groundswell/shared'
import { createShapeId, T, type IndexKey, type TLBaseShape, type TLPageId, type TLShape, type TLShapeId } from 'tldraw'
import type { GhostItem, Item } from '../model/items.ts'
import { cardKey, looseKey, markKey, memberKey, slotKey } from '../model/order.ts'

export interface NoteProps {
  w: number
  h: number
  text: string
  horizon: Horizon
  /** "Today", or the year of the ideal: the side is said in words, not by colour alone. */
  label: string
  /** True in a cluster: from a distance its tile stands for it. */
  piled: boolean
  /** What people said to it without a word, as signs with numbers; empty for nothing. */
  told: string
}

export interface ClusterProps {
  w: number
  h: number
  title: string
  focus: FocusType | null
  current: number
  ideal: number
  year: string
  target: boolean
}

export interface GhostProps {
  w: number
  h: number
  says: GhostItem['says']
  round: boolean
  /** Marks a place among a cluster's notes, which are not shown from a distance. */
  slot: boolean
}

export type NoteShape = TLBaseShape<'gs-note', NoteProps>
export type ClusterShape = TLBaseShape<'gs-cluster', ClusterProps>
export type GhostShape = TLBaseShape<'gs-ghost', GhostProps>
export type BoardShape = NoteShape | ClusterShape | GhostShape

export const notePropTypes = {
  w: T.number,
  h: T.number,
  text: T.string,
  horizon: T.literalEnum('current', 'ideal'),
  label: T.string,
  piled: T.boolean,
  told: T.string,
}
export const clusterPropTypes = {
  w: T.number,
  h: T.number,
  title: T.string,
  focus: T.literalEnum('student_outcome', 'teacher_action').nullable(),
  current: T.number,
  ideal: T.number,
  year: T.string,
  target: T.boolean,
}
export const ghostPropTypes = {
  w: T.number,
  h: T.number,
  says: T.literalEnum('add', 'group', 'merge', 'none'),
  round: T.boolean,
  slot: T.boolean,
}

const BOARD_TYPES: ReadonlySet<string> = new Set(['gs-note', 'gs-cluster', 'gs-ghost'])

/** True for what the board's documents describe; false for drawings. */
export const isBoardShape = (shape: TLShape | BoardShape): boolean => BOARD_TYPES.has(shape.type)
export const isNote = (shape: unknown): shape is NoteShape => (shape as TLShape | undefined)?.type === 'gs-note'
export const isCluster = (shape: unknown): shape is ClusterShape => (shape as TLShape | undefined)?.type === 'gs-cluster'

export const shapeIdOf = (key: string): TLShapeId => createShapeId(key)
/** The item key behind a shape id: `note-<id>`, `cluster-<id>` or `ghost-<n>`. */
export const keyOfShape = (id: TLShapeId): string => id.slice('shape:'.length)
export const idOfKey = (key: string): string => key.slice(key.indexOf('-') + 1)

export interface Words {
  readonly today: string
  readonly year: string
}

function indexOf(item: Item): string {
  const place = item.lifted ? 'hand' : 'board'
  if (item.kind === 'cluster') return cardKey(item.id, place)
  if (item.kind === 'ghost') return item.cluster === null ? markKey(item.id) : slotKey(item.cluster, item.id, place)
  return item.cluster === null ? looseKey(item.id, place) : memberKey(item.cluster, item.id, place)
}

const frame = (item: Item, page: TLPageId, locked: boolean) => ({
  typeName: 'shape' as const,
  id: shapeIdOf(`${item.kind}-${item.id}`),
  parentId: page,
  x: item.x,
  y: item.y,
  rotation: 0,
  index: indexOf(item) as IndexKey,
  isLocked: locked,
  opacity: 1,
  meta: {},
})

/** The renderer's record of an item. Always valid: the item came from total selectors. */
export function recordOf(item: Item, page: TLPageId, words: Words, toldOf: (note: NoteId) => string): BoardShape {
  switch (item.kind) {
    case 'note':
      return {
        ...frame(item, page, false),
        type: 'gs-note',
        props: {
          w: NOTE_WIDTH,
          h: NOTE_HEIGHT,
          text: item.text,
          horizon: item.horizon,
          label: item.horizon === 'current' ? words.today : words.year,
          piled: item.cluster !== null,
          told: toldOf(item.id),
        },
      }
    case 'cluster':
      return {
        ...frame(item, page, false),
        type: 'gs-cluster',
        props: {
          w: item.w,
          h: item.h,
          title: item.title,
          focus: item.focus,
          current: item.current,
          ideal: item.ideal,
          year: words.year,
          target: item.target,
        },
      }
    case 'ghost':
      return {
        ...frame(item, page, true),
        type: 'gs-ghost',
        props: { w: item.w, h: item.h, says: item.says, round: item.round, slot: item.cluster !== null },
      }
  }
}
