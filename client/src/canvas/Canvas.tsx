import { LANGUAGES, type ClusterId, type Horizon, type NoteId } from '@groundswell/shared'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  boardOf,
  staggered,
  useArrival,
  useBoard,
  useCommand,
  useMe,
  usePresence,
  useStage,
  withPointers,
  type Pointers,
} from '../session/index.ts'
import { Spinner } from '../ui/index.ts'
import { createBoardCommands } from './board-commands.ts'
import styles from './Canvas.module.css'
import { createInkStore } from './ink-store.ts'
import { licenseKey } from './license-key.ts'
import { createCanvas } from './mount.tsx'
import type { CanvasInput, CanvasPort, Viewer } from './port.ts'
import { useGaveWay, usePointers, useReactionPort } from './use-room.ts'
import { useManyHands } from './use-many-hands.ts'
import { useTheme } from './use-theme.ts'

export interface CanvasProps {
  readonly mode: 'read' | 'write'
  readonly canAdd: boolean
  readonly canReact?: boolean
  /** The side the step is about; new notes belong to it. */
  readonly horizon?: Horizon | null
  readonly onOpenNote?: (id: NoteId) => void
  readonly onPutIn?: (ids: readonly NoteId[]) => void
  /** One's own hand of dealt notes, and who has claimed others: they are marked. */
  readonly hand?: readonly NoteId[]
  readonly takenBy?: ReadonlyMap<NoteId, string>
  /** While a few merge: clusters can be flagged. */
  readonly flags?: (NonNullable<Viewer['flags']> & { readonly flag: CanvasInput['onFlag'] }) | null
  /** What everyone is to look at: the view is fitted to it once for each `seq`; no ids fit everything. */
  readonly lookAt?: { readonly seq: number; readonly ids: readonly (NoteId | ClusterId)[] } | null
}

const NO_HAND: readonly NoteId[] = []
const NOT_TAKEN: ReadonlyMap<NoteId, string> = new Map()

const BOARD = { kind: 'board' } as const

/** The session's board as a canvas, filling its container. */
export function Canvas(props: CanvasProps) {
  const { t } = useTranslation('canvas')
  const key = useLicenseKey()
  const { ready } = useBoard().handle
  if (key === undefined || !ready)
    return (
      <div className={styles.canvas}>
        <Spinner label={t('loading')} />
      </div>
    )
  return <ReadyCanvas {...props} licenseKey={key} />
}

/** Undefined until the server has answered. */
function useLicenseKey(): string | null | undefined {
  const [key, setKey] = useState<string | null>()
  useEffect(() => {
    let here = true
    void licenseKey().then((found) => here && setKey(found))
    return () => {
      here = false
    }
  }, [])
  return key
}

function useViewer(props: CanvasProps, pointers: Pointers): Viewer {
  const { mode, canAdd, canReact = false, horizon = null, hand = NO_HAND, takenBy = NOT_TAKEN, flags = null } = props
  const { person, role } = useMe()
  const { naming, targetYear } = useStage()
  const { right } = useBoard().handle
  const name = person?.name ?? ''
  const manyHands = useManyHands(person?.device ?? null)
  return useMemo(
    () => ({
      name,
      right,
      mode,
      mayAdd: canAdd,
      facilitates: role === 'facilitator',
      addsLive: right === 'write' && naming === 'named',
      horizonHint: horizon,
      year: targetYear,
      mayReact: canReact,
      manyHands,
      pointers,
      hand,
      takenBy,
      flags,
    }),
    [name, right, mode, canAdd, canReact, role, naming, horizon, targetYear, manyHands, pointers, hand, takenBy, flags],
  )
}

/** Always the latest value, for callbacks that outlive a render. */
function useLatest<T>(value: T): { readonly current: T } {
  const ref = useRef(value)
  useLayoutEffect(() => {
    ref.current = value
  })
  return ref
}

function ReadyCanvas(props: CanvasProps & { readonly licenseKey: string | null }) {
  const { t, i18n } = useTranslation('canvas')
  const el = useRef<HTMLDivElement>(null)
  const today = t('today')
  const port = useMemo(() => createCanvas(today), [today])
  const { pointers, ask } = usePointers()
  const viewer = useViewer(props, pointers)
  const latest = useLatest(viewer)
  const open = useLatest(props.onOpenNote)
  const canOpen = props.onOpenNote !== undefined
  const put = useLatest(props.onPutIn)
  const canPut = props.onPutIn !== undefined
  const flags = useLatest(props.flags)
  const theme = useTheme()
  const language = LANGUAGES.find((known) => known === i18n.language) ?? 'en'
  const { licenseKey: key } = props
  const sources = useSources(latest, ask)
  useLayoutEffect(() => {
    if (!el.current) return
    const { input, stop } = sources()
    const onOpenNote = canOpen ? (id: NoteId) => open.current?.(id) : null
    const onPutIn = canPut ? (ids: readonly NoteId[]) => put.current?.(ids) : null
    const onFlag = (id: ClusterId, on: boolean) => flags.current?.flag(id, on)
    const shown = { language, theme, licenseKey: key }
    const unmount = port.mount(el.current, { ...input, ...shown, onOpenNote, onPutIn, onFlag }, latest.current)
    return () => {
      unmount()
      stop()
    }
  }, [port, sources, language, theme, key, canOpen, open, canPut, put, flags, latest])
  useEffect(() => port.update(viewer), [port, viewer])
  useLookAt(port.camera, props.lookAt ?? null)
  return <div ref={el} className={styles.canvas} role="region" aria-label={t('label')} />
}

/** Fits the view as soon as there is one: the canvas may still be opening. */
function useLookAt(camera: CanvasPort['camera'], lookAt: NonNullable<CanvasProps['lookAt']> | null): void {
  const seq = lookAt?.seq ?? null
  useEffect(() => {
    if (lookAt === null) return
    let frame = 0
    const look = () => {
      if (camera.now() === null) frame = requestAnimationFrame(look)
      else camera.fit(lookAt.ids.length === 0 ? undefined : lookAt.ids)
    }
    look()
    return () => cancelAnimationFrame(frame)
    // oxlint-disable-next-line react/exhaustive-deps -- once for each call
  }, [camera, seq])
}

type Sources = Omit<CanvasInput, 'language' | 'theme' | 'licenseKey' | 'onOpenNote' | 'onPutIn' | 'onFlag'>

/** The board's document as the canvas wants it; a new maker whenever another document stands behind the board. */
function useSources(
  viewer: { readonly current: Viewer },
  onPointers: CanvasInput['onPointers'],
): () => { readonly input: Sources; readonly stop: () => void } {
  const { doc, undo } = useBoard().handle
  const people = usePresence(BOARD)
  const { id } = useMe()
  const send = useCommand()
  const reactions = useReactionPort()
  const onHeld = useGaveWay()
  const arrival = useArrival()
  return useMemo(
    () => () => {
      const board = boardOf(doc)
      const ink = createInkStore(doc)
      const does = createBoardCommands({
        doc,
        board,
        me: id,
        undo,
        addsLive: () => viewer.current.addsLive,
        mayPlace: () => viewer.current.right === 'write',
        send: (command) => void send(command),
      })
      const seen = withPointers(
        people,
        () => viewer.current.facilitates,
        () => viewer.current.pointers,
      )
      const shown = { board: staggered(board, arrival), whole: board.get, ink, people: seen, reactions }
      return { input: { ...shown, does, me: id, onHeld, onPointers }, stop: ink.stop }
    },
    [doc, undo, people, id, send, viewer, arrival, reactions, onHeld, onPointers],
  )
}
