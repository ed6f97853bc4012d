import {
  contains,
  freeSpot,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  takenRects,
  type ClusterId,
  type Horizon,
  type Place,
  type Point,
} from '@groundswell/shared'
import { atom, type Editor } from 'tldraw'
import { createHolds, withHolds } from '../../session/index.ts'
import { putAt } from '../model/slots.ts'
import type { CanvasInput, Viewer } from '../port.ts'
import { attach } from './attach.ts'
import type { Words } from './records.ts'
import { sideAt, type Draft, type Runtime } from './runtime.ts'

const NONE: ReadonlySet<string> = new Set()

export function createRuntime(given: CanvasInput, me: Viewer, words: Words): Runtime {
  const holds = createHolds(given.people, () => performance.now())
  const input = { ...given, people: withHolds(given.people, holds) }
  const viewer = atom('viewer', me)
  const draft = atom<Draft | null>('draft', null)
  const frames = new Set<(now: number) => void>()
  let live: { readonly editor: Editor; readonly attached: ReturnType<typeof attach> } | null = null
  const runtime: Runtime = {
    input,
    holds,
    viewer,
    draft,
    words: atom('words', words),
    editor: () => live?.editor ?? null,
    scene: () => live?.attached.scene() ?? new Map(),
    quarantined: () => live?.attached.quarantine ?? NONE,
    onFrame: (callback) => {
      frames.add(callback)
      return () => frames.delete(callback)
    },
    attach: (editor) => {
      const attached = attach(editor, runtime, (now) => frames.forEach((callback) => callback(now)))
      live = { editor, attached }
      return () => {
        attached.stop()
        live = null
      }
    },
    startDraft: (at) => {
      if (live && viewer.get().mayAdd) draft.set(draftAt(live.editor, runtime, at))
    },
    addDraft: ({ at, horizon, cluster }, text) => {
      const [id] = input.does.addNotes([{ horizon, text, place: placeFor(runtime, at, horizon, cluster) }])
      return id
    },
  }
  return runtime
}

function draftAt(editor: Editor, runtime: Runtime, wish: Point | undefined): Draft {
  const view = runtime.input.board.get()
  const centre = editor.getViewportPageBounds().center
  const corner = { x: (wish ?? centre).x - NOTE_WIDTH / 2, y: (wish ?? centre).y - NOTE_HEIGHT / 2 }
  const under = wish && [...view.clusters.values()].find(({ rect }) => contains(rect, wish))
  const middle = under && wish ? wish.x - (under.x + under.rect.w / 2) : (wish ?? centre).x
  const horizon = sideAt(runtime.viewer.get(), middle)
  if (under) return { at: corner, horizon, cluster: under.id }
  const at = wish ? corner : freeSpot({ w: NOTE_WIDTH, h: NOTE_HEIGHT }, takenRects(view), corner)
  return { at, horizon, cluster: null }
}

function placeFor(runtime: Runtime, at: Point, horizon: Horizon, id: ClusterId | null): Place {
  const cluster = id === null ? undefined : runtime.input.board.get().clusters.get(id)
  if (!cluster) return [null, at.x, at.y]
  const coming = {
    id: 'new' as never,
    horizon,
    text: '',
    place: [null, 0, 0] as Place,
    author: null,
    initials: '',
    round: 1,
    late: false,
    aside: false,
  }
  const placed = putAt(cluster.id, cluster.notes, [coming], { x: at.x - cluster.x, y: at.y - cluster.y })
  return placed.find((entry) => entry.id === coming.id)?.place ?? [cluster.id, at.x, at.y]
}
