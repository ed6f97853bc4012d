import { NOTE_HEIGHT, NOTE_WIDTH } from '@groundswell/shared'
import { Rectangle2d, ShapeUtil, type TLAnyShapeUtilConstructor, type TLBaseShape } from 'tldraw'
import { isMid } from '../model/far-paint.ts'
import { fitTo } from './camera.ts'
import { ClusterCard } from './ClusterCard.tsx'
import { GhostMark } from './GhostMark.tsx'
import { NoteCard } from './NoteCard.tsx'
import { clusterPropTypes, ghostPropTypes, notePropTypes, type ClusterShape, type GhostShape, type NoteShape } from './records.ts'

type Box = TLBaseShape<string, { w: number; h: number }>

/** What our three shapes share: a plain rectangle that nothing measures, turns, scales or adopts. */
abstract class CardUtil<S extends Box> extends ShapeUtil<S> {
  override canResize(): boolean {
    return false
  }
  override hideResizeHandles(): boolean {
    return true
  }
  override hideRotateHandle(): boolean {
    return true
  }
  override hideSelectionBoundsFg(): boolean {
    return true
  }
  override hideSelectionBoundsBg(): boolean {
    return true
  }
  override getGeometry(shape: S): Rectangle2d {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true })
  }
}

const OPEN_MS = 220

const round = (shape: Box, radius: number) => <rect width={shape.props.w} height={shape.props.h} rx={radius} />

class NoteUtil extends CardUtil<NoteShape> {
  static override type = 'gs-note' as const
  static override props = notePropTypes
  override getDefaultProps(): NoteShape['props'] {
    return { w: NOTE_WIDTH, h: NOTE_HEIGHT, text: '', horizon: 'current', label: '', piled: false, told: '' }
  }
  override canEdit(): boolean {
    return true
  }
  override getText(shape: NoteShape): string {
    return shape.props.text
  }
  override getAriaDescriptor(shape: NoteShape): string {
    const { label, text, told } = shape.props
    return told === '' ? `${label}: ${text}` : `${label}: ${text} (${told})`
  }
  override component(shape: NoteShape) {
    return <NoteCard {...shape.props} />
  }
  override indicator(shape: NoteShape) {
    return round(shape, shape.props.horizon === 'ideal' ? 18 : 3)
  }
}

class ClusterUtil extends CardUtil<ClusterShape> {
  static override type = 'gs-cluster' as const
  static override props = clusterPropTypes
  override getDefaultProps(): ClusterShape['props'] {
    return { w: 472, h: 252, title: '', focus: null, current: 0, ideal: 0, year: '', target: false }
  }
  override canEdit(): boolean {
    return true
  }
  override getText(shape: ClusterShape): string {
    return shape.props.title
  }
  override getAriaDescriptor(shape: ClusterShape): string {
    return shape.props.title
  }
  /** A tile is opened before it is named: nobody knows what a cluster is whose notes they have not seen. */
  override onDoubleClick(shape: ClusterShape) {
    if (!isMid(this.editor.getZoomLevel())) return
    fitTo(this.editor, { x: shape.x, y: shape.y, w: shape.props.w, h: shape.props.h }, OPEN_MS)
    // Any answer keeps the tool from editing it as well.
    return { id: shape.id, type: shape.type }
  }
  override component(shape: ClusterShape) {
    return <ClusterCard {...shape.props} />
  }
  override indicator(shape: ClusterShape) {
    return round(shape, 16)
  }
}

class GhostUtil extends CardUtil<GhostShape> {
  static override type = 'gs-ghost' as const
  static override props = ghostPropTypes
  override getDefaultProps(): GhostShape['props'] {
    return { w: NOTE_WIDTH, h: NOTE_HEIGHT, says: 'none', round: false, slot: false }
  }
  override canBind(): boolean {
    return false
  }
  override component(shape: GhostShape) {
    return <GhostMark {...shape.props} />
  }
  override indicator() {
    return null
  }
}

export const boardShapeUtils: readonly TLAnyShapeUtilConstructor[] = [NoteUtil, ClusterUtil, GhostUtil]
