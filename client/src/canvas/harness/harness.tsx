import {
  addNote,
  applyTidy,
  boardRoots,
  clustersInOrder,
  createBoardIndex,
  createCluster,
  createUndo,
  gridPoint,
  tidy,
  type BoardIndex,
  type ClusterId,
  type Command,
  type FocusType,
  type Horizon,
  type Language,
  type NoteId,
  type NoteReactions,
  type PersonId,
} from '@groundswell/shared'
import * as shared from '@groundswell/shared'
import * as Y from 'yjs'
import '../../app/base.css'
import '../../app/tokens.css'
import { startI18n } from '../../i18n/index.ts'
import { createBoardCommands } from '../board-commands.ts'
import { createInkStore } from '../ink-store.ts'
import { createCanvas, type MountedCanvas } from '../mount.tsx'
import type { Viewer } from '../port.ts'
import './harness.css'
import { createCrowd, type Crowd } from './people.ts'
import { createReactions } from './reactions.ts'

/** What drives the page from outside. `theirs` is another person's copy of the board; `sync` exchanges the two. */
export interface Harness {
  readonly port: MountedCanvas
  readonly mine: Y.Doc
  readonly theirs: Y.Doc
  readonly board: BoardIndex
  readonly crowd: Crowd
  readonly sent: Command[]
  readonly shared: typeof shared
  readonly Y: typeof Y
  readonly errors: string[]
  /** Milliseconds since the others last changed. */
  readonly since: () => number
  /** Whose hands drags had to give way to. */
  readonly heldBy: string[]
  /** What was asked for beside the canvas: notes to be put in a cluster, and flags. */
  readonly put: (readonly NoteId[])[]
  readonly flagged: (readonly [ClusterId, boolean])[]
  /** Replaces how often people reacted to what. */
  readonly told: (counts: readonly NoteReactions[]) => void
  readonly sync: () => void
  readonly show: (viewer?: Partial<Viewer>) => void
  readonly stop: () => void
  readonly fill: (count: number) => void
  readonly example: (data: ExampleBoard) => void
  readonly now: () => number
}

export interface ExampleBoard {
  readonly notes: readonly { readonly id: string; readonly horizon: Horizon; readonly text: string }[]
  readonly clusters: readonly {
    readonly id: string
    readonly title: string
    readonly focus: FocusType | null
    readonly notes: readonly string[]
  }[]
}

const VIEWER: Viewer = {
  name: 'Me',
  right: 'write',
  mode: 'write',
  facilitates: false,
  mayAdd: true,
  addsLive: true,
  horizonHint: null,
  hand: [],
  takenBy: new Map(),
  flags: null,
  year: 2029,
  mayReact: true,
  manyHands: false,
  pointers: 'everyone',
}

const WORDS =
  'students learn with technology every day and teachers plan the task before the tool so that families see real work'.split(' ')

function fillBoard(doc: Y.Doc, count: number): void {
  doc.transact(() => {
    for (let index = 0; index < count; index++) {
      const horizon = index % 2 === 0 ? 'current' : 'ideal'
      const text = Array.from({ length: 5 + (index % 9) }, (_, word) => WORDS[(index * 7 + word * 3) % WORDS.length]).join(' ')
      const at = gridPoint(horizon, index >> 1, Math.ceil(Math.sqrt(count / 2) / 1.3))
      addNote(doc, { id: `n${index}` as NoteId, horizon, text, place: [null, at.x, at.y], author: null })
    }
  })
}

function fillExample(doc: Y.Doc, board: BoardIndex, { notes, clusters }: ExampleBoard): void {
  const counts = { current: 0, ideal: 0 }
  for (const note of notes) {
    const at = gridPoint(note.horizon, counts[note.horizon]++)
    addNote(doc, { id: note.id as NoteId, horizon: note.horizon, text: note.text, place: [null, at.x, at.y], author: null })
  }
  for (const { id, title, focus, notes: members } of clusters) {
    createCluster(doc, { id: id as ClusterId, at: { x: 0, y: 0 }, title, focus }, members as NoteId[])
  }
  applyTidy(
    doc,
    tidy(
      clustersInOrder(board.get()).map((cluster) => ({ id: cluster.id, rect: cluster.rect })),
      board.get().loose,
    ),
  )
}

async function start(): Promise<Harness> {
  const query = new URLSearchParams(location.search)
  const theme = query.get('theme')
  if (theme) document.documentElement.dataset['theme'] = theme
  const language: Language = query.get('lang') === 'es' ? 'es' : 'en'
  const i18n = await startI18n(language)
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  const board = createBoardIndex(mine)
  const roots = boardRoots(mine)
  const undo = createUndo(mine, [roots.notes, roots.clusters, roots.ink, roots.inkMeta])
  const [crowd, sent, errors, heldBy] = [createCrowd(), [] as Command[], [] as string[], [] as string[]]
  const [put, flagged]: [Harness['put'], Harness['flagged']] = [[], []]
  let heard = performance.now()
  crowd.channel.subscribe(() => {
    heard = performance.now()
  })
  const { port: reactions, told } = createReactions((command) => sent.push(command))
  addEventListener('error', ({ message }) => errors.push(message))
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)))
  const port = createCanvas(i18n.t('today', { ns: 'canvas' }))
  let viewer = VIEWER
  let unmount: (() => void) | null = null
  const does = createBoardCommands({
    doc: mine,
    board,
    undo,
    me: 'me' as PersonId,
    addsLive: () => viewer.addsLive,
    mayPlace: () => viewer.right === 'write',
    send: (command) => sent.push(command),
  })
  const show = (change: Partial<Viewer> = {}) => {
    viewer = { ...viewer, ...change }
    const el = document.getElementById('root')
    if (unmount) port.update(viewer)
    else if (el) {
      const ink = createInkStore(mine)
      const input = {
        board,
        does,
        me: 'me' as PersonId,
        people: crowd.channel,
        reactions,
        onHeld: (holder: string) => void heldBy.push(holder),
        onPointers: () => {},
        ink,
        language,
        theme: theme === 'dark' ? ('dark' as const) : ('light' as const),
        licenseKey: null,
        onOpenNote: null,
        onPutIn: (ids: readonly NoteId[]) => void put.push(ids),
        onFlag: (id: ClusterId, on: boolean) => void flagged.push([id, on]),
      }
      unmount = port.mount(el, input, viewer)
    }
  }
  const sync = () => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(theirs)), 'remote')
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)), 'remote')
  }
  return {
    port,
    mine,
    theirs,
    board,
    crowd,
    sent,
    shared,
    Y,
    errors,
    heldBy,
    put,
    flagged,
    told,
    since: () => performance.now() - heard,
    sync,
    show,
    stop: () => {
      unmount?.()
      unmount = null
    },
    fill: (count) => fillBoard(mine, count),
    example: (data) => fillExample(mine, board, data),
    now: () => performance.now(),
  }
}

declare global {
  var harness: Harness
}

globalThis.harness = await start()
document.documentElement.dataset['ready'] = 'true'
