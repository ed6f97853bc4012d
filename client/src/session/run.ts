import type { Welcome, StorageState } from '@groundswell/shared/wire'
import type * as Y from 'yjs'
import { openLine, type Line, type LineEvents, type LineOptions } from './line.ts'
import type { OfflineCopy } from './offline-copy.ts'
import type { PresenceHub } from './presence.ts'

/** The parts that live and go together: one Y.Doc, what keeps its copy, and what connects it. */
export interface Run {
  readonly doc: Y.Doc
  readonly hasCopy: boolean
  /** Null until the copy has been read, and after the end. */
  readonly line: () => Line | null
  /** Runs `act` later, unless the run has ended by then. */
  readonly later: (ms: number, act: () => unknown) => void
  /** Closes what was opened, the document apart; nothing is heard of it any more. Safe to call twice. */
  readonly end: () => void
}

type UpdateHandler = (update: Uint8Array, origin: unknown, doc: Y.Doc, transaction: Y.Transaction) => void

export interface RunOptions extends Omit<LineOptions, 'doc'> {
  /** Keeps the document's copy; null where it must not meet the one that there is. */
  readonly attach: ((doc: Y.Doc) => OfflineCopy) | null
  readonly presence: PresenceHub
  /** The copy has been read, if there is one; the line is about to open. */
  readonly onLoaded: () => void
  readonly onUpdate: UpdateHandler
}

/** A document that nothing is done with. */
export const idleRun = (doc: Y.Doc): Run => ({ doc, hasCopy: false, line: () => null, later: () => {}, end: () => {} })

/** Opens copy and line for `doc`. */
export function startRun(doc: Y.Doc, options: RunOptions): Run {
  const { attach, presence, onLoaded, onUpdate, events } = options
  const copy = attach?.(doc) ?? null
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let state:
    | { readonly kind: 'loading' | 'ended' }
    | { readonly kind: 'open'; readonly line: Line; readonly detach: () => void } = { kind: 'loading' }
  const isEnded = () => state.kind === 'ended'
  const connect = () => {
    if (isEnded()) return
    onLoaded()
    // Whoever hears of it may end it at once.
    if (isEnded()) return
    const line = openLine({ ...options, doc, events: untilThen(events, isEnded) })
    state = { kind: 'open', line, detach: presence.attach(line) }
  }
  doc.on('update', onUpdate)
  void (copy?.loaded ?? Promise.resolve()).then(connect)
  return {
    doc,
    hasCopy: copy !== null,
    line: () => (state.kind === 'open' ? state.line : null),
    later: (ms, act) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        act()
      }, ms)
      timers.add(timer)
    },
    end: () => {
      const last = state
      if (last.kind === 'ended') return
      // First, so that the closing line's last words reach nobody.
      state = { kind: 'ended' }
      for (const timer of timers) clearTimeout(timer)
      if (last.kind === 'open') {
        last.detach()
        last.line.close()
      }
      copy?.close()
      doc.off('update', onUpdate)
    },
  }
}

/** The same events, silent once it has ended. */
function untilThen(events: LineEvents, isEnded: () => boolean): LineEvents {
  const still =
    <A extends readonly unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      if (!isEnded()) act(...args)
    }
  return {
    onSynced: still(() => events.onSynced()),
    onDown: still((code: number | null) => events.onDown(code)),
    onRefused: still((code: number, admitted: boolean) => events.onRefused(code, admitted)),
    onWelcome: still((welcome: Welcome) => events.onWelcome(welcome)),
    onStorage: still((storage: StorageState) => events.onStorage(storage)),
    onDurable: still((count: number) => events.onDurable(count)),
    onPresence: still(events.onPresence),
  }
}
