import { createUndo, formatDocumentName, rootsToUndo, type Right, type Undo } from '@groundswell/shared'
import { CLOSE, type Welcome } from '@groundswell/shared/wire'
import * as Y from 'yjs'
import type { DocumentHandle, SavedState } from './contract.ts'
import type { LiveDocument } from './core.ts'
import { contains } from './held-work.ts'
import { createCarry } from './carry.ts'
import type { LineEvents } from './line.ts'
import type { LiveDocumentOptions } from './live-document-options.ts'
import { createPastEpochs } from './past-epochs.ts'
import { createPresence, type PresenceHub } from './presence.ts'
import { refusalOf } from './refusal.ts'
import { idleRun, startRun, type Run } from './run.ts'
import { NOTHING_YET, reduceSaved, savedState, waitingOf, type SavedEvent, type SavedFacts } from './saved-state.ts'
import { createUseCount } from './use-count.ts'

/** How long a document stays open after its last user: screens that follow each other share it. */
const LINGER = 5000
/** The relay closes a line whose right changed; this long is waited for it. */
const REOPEN_AFTER = 1500

/**
 * One document of the session on this device: its copy, its line, its right, and what is saved.
 *
 *   idle ──right known and in use──> running(read | write) ──right changes──> running, same document, reopened
 *                                        │ editing closed while changes wait          ▲
 *                                        ▼                                            │ the relay has them after all,
 *                                     held: a fresh document to read, ─────────────────┘ or editing is open again:
 *                                     the changes stay in the copy                       copy and changes merge
 *
 * When the document's epoch ends, all of this starts afresh in the next one, and what was not on the server follows as
 * records once the server's state is here and editing is open.
 */
export class LiveDoc implements LiveDocument {
  readonly presence: PresenceHub
  readonly #options: LiveDocumentOptions
  readonly #listeners = new Set<() => void>()
  readonly #past
  readonly #carry
  readonly #use = createUseCount(
    LINGER,
    () => this.#settle(),
    () => this.#close(),
  )
  #epoch = 1
  #running: Run
  #facts: SavedFacts = NOTHING_YET
  /** By the table of rights; null while the step is not known. */
  #granted: Right | null = null
  /** What the relay admitted us for on the present connection; null without one. */
  #admitted: 'read' | 'write' | null = null
  /** The relay admits to reading only where the table grants more: it knows a change of step sooner. */
  #overruled = false
  #right: Right | null = null
  #undo: Undo | null = null
  /** Everything of a document whose last changes wait until editing is open again, as one update. */
  #held: Uint8Array | null = null
  #handle: DocumentHandle

  constructor(options: LiveDocumentOptions) {
    this.#options = options
    this.presence = createPresence(options.facilitates)
    const { name, copies, copyName, seam } = options
    this.#past = createPastEpochs({ ref: name.ref, copies, copyName, seam })
    this.#carry = createCarry(this.#past, {
      onWaits: (waits) => this.#note({ type: 'carried', waits }),
      onReady: () => this.#bringIn(),
    })
    this.#running = idleRun(new Y.Doc())
    this.#handle = this.#makeHandle()
  }

  handle = (): DocumentHandle => this.#handle

  subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  retain = (): (() => void) => this.#use.retain()

  get saved(): SavedState {
    return savedState(this.#facts)
  }

  /** Whether it says anything about the session's saved state. */
  get isInUse(): boolean {
    return this.#right !== null
  }

  /** The right by the table; null while it is not known. */
  setRight(right: Right | null): void {
    if (right === this.#granted) return
    this.#granted = right
    this.#overruled = false
    this.#settle()
  }

  /** The epoch that the stage names. Ends never come undone: a stage from a copy may be behind. */
  setEpoch(epoch: number): void {
    if (epoch <= this.#epoch) return
    this.#keepForLater()
    this.#carry.stop()
    this.#endRun()
    this.#running.doc.destroy()
    this.#running = idleRun(new Y.Doc())
    this.#epoch = epoch
    this.#held = null
    this.#facts = { ...NOTHING_YET, storage: this.#facts.storage }
    this.#right = null
    this.#setUndo()
    this.#changedHandle()
    this.#settle()
  }

  /** The token was renewed: a line that was closed for the old one opens again. */
  signIn(): void {
    if (this.#facts.ended === 'signed_out') this.#note({ type: 'ended', reason: null })
    if (this.#facts.line !== 'open') this.#running.line()?.reopen()
  }

  signedOut(): void {
    this.#note({ type: 'ended', reason: 'signed_out' })
  }

  probe(): void {
    this.#running.line()?.probe()
  }

  /** The device says that its network is gone: a socket would notice only half a minute later. */
  networkLost(): void {
    this.#running.line()?.reopen()
  }

  stop(): void {
    this.#use.stop()
    this.#close()
    this.#running.doc.destroy()
  }

  #effective(): Right | null {
    return this.#overruled ? 'read' : this.#granted
  }

  /** Brings what runs in line with the right. Every change of right, of use and of admission ends up here. */
  #settle(): void {
    const next = this.#effective()
    const before = this.#right
    if (!this.#use.isUsed() || next === null || next === before) return
    this.#right = next
    if (next === 'none') return this.#refuse()
    if (before === null || before === 'none') this.#carry.start(this.#epoch)
    if (next === 'write' && this.#hasHeldWork()) return this.#release()
    if (before === null || before === 'none') return this.#start(next)
    if (next === 'read' && waitingOf(this.#facts) > 0) return this.#hold()
    this.#setUndo()
    this.#changedHandle()
    this.#reopenIfNeeded(next)
  }

  /** Changes from before, in memory or in a copy that is not part of the document now. */
  #hasHeldWork(): boolean {
    return this.#held !== null || (!this.#running.hasCopy && this.#options.copies.hasUnsent(this.#copyName))
  }

  get #copyName(): string {
    return this.#options.copyName(this.#epoch)
  }

  #start(right: 'read' | 'write'): void {
    const { copies } = this.#options
    if (right === 'write' || !copies.hasUnsent(this.#copyName)) return this.#run(this.#running.doc, true)
    // The copy holds unsent work, and one may only read: they must not meet, or the relay would refuse the line.
    this.#note({ type: 'made' })
    this.#note({ type: 'held' })
    this.#run(new Y.Doc(), false)
  }

  /** Starts copy and line for `doc`, which from now on is the document. */
  #run(doc: Y.Doc, withCopy: boolean): void {
    const old = this.#running
    const { copies, url, name, token, WebSocket } = this.#options
    const copyName = this.#copyName
    this.#running = startRun(doc, {
      url,
      token,
      WebSocket,
      name: formatDocumentName({ ...name, epoch: this.#epoch }),
      made: () => this.#facts.made,
      attach: withCopy ? (kept) => copies.attach(copyName, kept) : null,
      presence: this.presence,
      onLoaded: () => {
        if (doc.store.clients.size > 0 && !this.#facts.ready) this.#note({ type: 'ready' })
      },
      onUpdate: this.#onUpdate,
      events: this.#events,
    })
    this.#setUndo()
    this.#changedHandle()
    if (old.doc !== doc) old.doc.destroy()
  }

  readonly #events: LineEvents = {
    onSynced: () => this.#synced(),
    onDown: (code) => this.#down(code),
    onRefused: (code, admitted) => this.#refused(code, admitted),
    onWelcome: (welcome) => this.#welcomed(welcome),
    onStorage: (storage) => this.#note({ type: 'storage', storage }),
    onDurable: (count) => this.#durable(count),
    onPresence: (entries) => this.presence.receive(entries),
  }

  #synced(): void {
    this.#note({ type: 'line', line: 'open' })
    if (this.#held !== null && contains(this.#running.doc, this.#held)) this.#forgetHeld()
    this.#bringIn()
  }

  /** The epoch has ended: what the server does not have is kept, in memory besides the copy. */
  #keepForLater(): void {
    const isUnsent = waitingOf(this.#facts) > 0 || this.#facts.held > 0
    if (isUnsent) this.#past.keep(this.#epoch, Y.encodeStateAsUpdate(this.#running.doc))
    if (this.#held !== null) this.#past.keep(this.#epoch, this.#held)
  }

  /** It builds on what the server has, and goes the way of every change. */
  #bringIn(): void {
    if (this.#right !== 'write' || this.#facts.line !== 'open') return
    const work = this.#carry.take()
    if (work === null) return
    const { doc } = this.#running
    // Another tab of this device, or this one before it was closed, has brought it.
    if (contains(doc, work)) return this.#carry.confirmed()
    Y.applyUpdate(doc, work, 'carried')
    this.#noteMade()
    this.#running.line()?.askSaved()
  }

  /** The relay had the changes after all; only its word had not come through. */
  #forgetHeld(): void {
    this.#held = null
    this.#options.copies.setUnsent(this.#copyName, false)
    this.#note({ type: 'released' })
  }

  #welcomed({ right }: Welcome): void {
    this.#admitted = right
    this.#overruled = right === 'read' && this.#granted === 'write'
    this.#note({ type: 'storage', storage: 'writable' })
    this.#settle()
  }

  #down(code: number | null): void {
    this.#admitted = null
    // Reopening for another right takes a moment and is nobody's trouble.
    const expected = code === null || code === CLOSE.rightsChanged || code === CLOSE.epoch
    this.#note({ type: 'line', line: expected && this.#facts.line !== 'down' ? 'opening' : 'down' })
    if (expected)
      this.#running.later(REOPEN_AFTER, () => this.#facts.line === 'opening' && this.#note({ type: 'line', line: 'down' }))
  }

  #refused(code: number, admitted: boolean): void {
    const refusal = refusalOf(code, admitted)
    if (refusal.kind === 'signed out') this.#options.onSignedOut()
    else if (refusal.kind === 'ended') this.#note({ type: 'ended', reason: refusal.reason })
    else this.#tryLater(refusal.ms)
  }

  #tryLater(ms: number): void {
    const running = this.#running
    running.later(ms * (0.5 + Math.random()), () => running.line()?.reopen())
  }

  /** Gives the relay the time to close a line whose right changed; where it did not notice, we do it. */
  #reopenIfNeeded(right: 'read' | 'write'): void {
    const running = this.#running
    running.later(REOPEN_AFTER * (0.5 + Math.random()), () => {
      if (this.#admitted !== null && this.#admitted !== right) running.line()?.reopen()
    })
  }

  /** Editing closed while changes wait: they stay in the copy, and what one reads from now on is the server's. */
  #hold(): void {
    this.#held = Y.encodeStateAsUpdate(this.#running.doc)
    this.#endRun()
    this.#note({ type: 'held' })
    this.#run(new Y.Doc(), false)
  }

  /** Editing is open again: the copy and what was held go into one document, and so to the server. */
  #release(): void {
    const held = this.#held
    this.#held = null
    this.#endRun()
    this.#facts = { ...NOTHING_YET, storage: this.#facts.storage, carried: this.#facts.carried }
    const doc = new Y.Doc()
    this.#note({ type: 'made' })
    this.#run(doc, true)
    if (held !== null) Y.applyUpdate(doc, held, 'held')
  }

  #refuse(): void {
    this.#endRun()
    this.#setUndo()
    this.#changedHandle()
  }

  #onUpdate = (_update: Uint8Array, _origin: unknown, doc: Y.Doc, transaction: Y.Transaction): void => {
    if (!transaction.local || doc !== this.#running.doc) return
    this.#noteMade()
    // A keystroke that landed just after editing was closed must not be lost in a document nobody sends.
    if (this.#right === 'read') queueMicrotask(() => this.#right === 'read' && waitingOf(this.#facts) > 0 && this.#hold())
  }

  #noteMade(): void {
    this.#options.copies.setUnsent(this.#copyName, true)
    this.#note({ type: 'made' })
  }

  #durable(count: number): void {
    this.#note({ type: 'durable', count })
    if (waitingOf(this.#facts) > 0 || this.#facts.held > 0) return
    this.#options.copies.setUnsent(this.#copyName, false)
    this.#carry.confirmed()
  }

  #close(): void {
    this.#carry.stop()
    if (this.#right === null) return
    this.#right = null
    this.#overruled = false
    const { doc } = this.#running
    const kept = waitingOf(this.#facts) > 0 ? this.#facts : NOTHING_YET
    this.#endRun()
    this.#facts = { ...NOTHING_YET, made: kept.made, durable: kept.durable, ready: doc.store.clients.size > 0 }
    this.#setUndo()
    this.#changedHandle()
  }

  #endRun(): void {
    this.#running.end()
    this.#running = idleRun(this.#running.doc)
    this.#admitted = null
  }

  #setUndo(): void {
    this.#undo?.stop()
    const { doc } = this.#running
    this.#undo = this.#right === 'write' ? createUndo(doc, rootsToUndo(doc, this.#options.name.ref)) : null
  }

  #note(event: SavedEvent): void {
    const before = this.#facts
    this.#facts = reduceSaved(before, event)
    if (before.ready === this.#facts.ready) this.#options.onChange()
    else this.#changedHandle()
  }

  #changedHandle(): void {
    this.#handle = this.#makeHandle()
    for (const listener of this.#listeners) listener()
    this.#options.onChange()
  }

  #makeHandle(): DocumentHandle {
    const savedNow = () => this.saved
    return {
      ref: this.#options.name.ref,
      doc: this.#running.doc,
      right: this.#right ?? (this.#granted === 'none' ? 'none' : 'read'),
      ready: this.#facts.ready,
      undo: this.#undo,
      get saved() {
        return savedNow()
      },
    }
  }
}
