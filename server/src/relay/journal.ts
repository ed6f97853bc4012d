import { err, ok, type StorageState } from '@groundswell/shared/wire'
import { StoreError, type Clock, type DocStore, type JournalRow, type Log, type Metrics, type Stop } from '../ports.ts'
import type { RelayLimits } from './limits.ts'

/** A change on its way to the disk. `stored` hears its sequence number once it is there. */
export interface Entry extends JournalRow {
  readonly stored: (seq: number) => void
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'gathering'; readonly stop: Stop }
  | { readonly kind: 'writing' }
  | { readonly kind: 'failing'; readonly attempts: number; readonly storage: StorageState; readonly stop: Stop }

interface Waiter {
  readonly ticket: number
  readonly done: () => void
  readonly failed?: (error: StoreError) => void
}

/** A second failure in a row is no hiccup: from here on members are told and edits wait. */
const ATTEMPTS_BEFORE_ALARM = 2

const COMMIT_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]

/**
 * Group commit over all documents: soon after a pause, at a distance under load. Each change gets a ticket, tickets become durable in order, and nothing is ever
 * given up: what could not be stored stays at the front of the queue and is tried again.
 */
export class Journal {
  #state: State = { kind: 'idle' }
  #pending: Entry[] = []
  #issued = 0
  #durable = 0
  #oldestAt = 0
  #committedAt = Number.NEGATIVE_INFINITY
  #waiters: Waiter[] = []
  #store: DocStore
  #clock: Clock
  #log: Log
  #limits: RelayLimits
  #onStorage: (state: StorageState) => void
  #observeCommit: (seconds: number) => void

  constructor(deps: {
    readonly store: DocStore
    readonly clock: Clock
    readonly log: Log
    readonly metrics: Metrics
    readonly limits: RelayLimits
    readonly onStorage: (state: StorageState) => void
  }) {
    this.#store = deps.store
    this.#clock = deps.clock
    this.#log = deps.log
    this.#limits = deps.limits
    this.#onStorage = deps.onStorage
    this.#observeCommit = deps.metrics.histogram('commit_seconds', 'Time of one group commit, fsync included', COMMIT_BUCKETS)
    deps.metrics.gauge('journal_backlog', 'Changes not yet on disk', () => this.#issued - this.#durable)
    deps.metrics.gauge('journal_unsaved_age_seconds', 'Age of the oldest change not yet on disk', () => this.unsavedMs / 1000)
  }

  get storage(): StorageState {
    const state = this.#state
    return state.kind === 'failing' && state.attempts >= ATTEMPTS_BEFORE_ALARM ? state.storage : 'writable'
  }

  /** Milliseconds since the oldest change that is not yet on disk was accepted; 0 when all are. */
  get unsavedMs(): number {
    return this.#durable === this.#issued ? 0 : this.#clock.now() - this.#oldestAt
  }

  get lastTicket(): number {
    return this.#issued
  }

  append(entry: Entry): number {
    if (this.#durable === this.#issued) this.#oldestAt = this.#clock.now()
    this.#pending.push(entry)
    this.#issued++
    if (this.#state.kind === 'idle') this.#gather()
    return this.#issued
  }

  /** Calls `done` once everything up to `ticket` is on disk; at once when it is. */
  when(ticket: number, done: () => void): void {
    if (ticket <= this.#durable) done()
    else this.#waiters.push({ ticket, done })
  }

  isDurable(ticket: number): boolean {
    return ticket <= this.#durable
  }

  /** Resolves once `ticket` is on disk. Rejects with a `StoreError` when the store fails; the change is still kept and tried. */
  settled(ticket: number): Promise<void> {
    if (this.isDurable(ticket)) return Promise.resolve()
    const { storage } = this
    if (storage !== 'writable') return Promise.reject(refusal(storage))
    return new Promise((done, failed) => this.#waiters.push({ ticket, done, failed }))
  }

  /** Resolves when everything accepted so far is on disk. Does not wait for the gathering time. */
  flush(): Promise<void> {
    if (this.#state.kind === 'gathering') {
      this.#state.stop()
      void this.#commit(0)
    }
    return this.settled(this.#issued)
  }

  #gather(): void {
    const { gatherMs, commitEveryMs } = this.#limits
    const wait = Math.max(gatherMs, this.#committedAt + commitEveryMs - this.#clock.now())
    const stop = this.#clock.after(wait, () => void this.#commit(0))
    this.#state = { kind: 'gathering', stop }
  }

  async #commit(failures: number): Promise<void> {
    const entries = this.#pending
    this.#pending = []
    if (failures === 0) this.#state = { kind: 'writing' }
    const startedAt = this.#clock.now()
    this.#committedAt = startedAt
    const outcome = await this.#store.append(entries).then(ok, err)
    if (outcome.ok) {
      this.#observeCommit((this.#clock.now() - startedAt) / 1000)
      this.#succeed(entries, outcome.value)
    } else {
      this.#pending = [...entries, ...this.#pending]
      this.#fail(failures + 1, outcome.error)
    }
  }

  #succeed(entries: readonly Entry[], seqs: readonly number[]): void {
    const before = this.storage
    this.#durable += entries.length
    this.#oldestAt = this.#clock.now()
    this.#state = { kind: 'idle' }
    if (this.#pending.length > 0) this.#gather()
    entries.forEach((entry, index) => entry.stored(seqs[index] ?? 0))
    this.#release()
    if (before === 'writable') return
    this.#log.info('storage recovered')
    this.#onStorage('writable')
  }

  #fail(attempts: number, error: unknown): void {
    const before = this.storage
    const storage = error instanceof StoreError && error.failure === 'full' ? 'full' : 'failing'
    const delay = Math.min(this.#limits.retryMaxMs, this.#limits.retryMs * 2 ** (attempts - 1))
    const stop = this.#clock.after(delay, () => void this.#commit(attempts))
    this.#state = { kind: 'failing', attempts, storage, stop }
    this.#log.error('storage refused a commit', { attempts, storage, pending: this.#pending.length })
    if (this.storage === before) return
    this.#onStorage(this.storage)
    this.#disappoint(refusal(this.storage))
  }

  #disappoint(error: StoreError): void {
    const waiters = this.#waiters
    this.#waiters = waiters.filter(({ failed }) => failed === undefined)
    for (const { failed } of waiters) failed?.(error)
  }

  #release(): void {
    const due = this.#waiters.filter(({ ticket }) => ticket <= this.#durable)
    this.#waiters = this.#waiters.filter(({ ticket }) => ticket > this.#durable)
    for (const { done } of due) done()
  }
}

const refusal = (storage: StorageState): StoreError =>
  new StoreError(storage === 'full' ? 'full' : 'failed', 'the store cannot save at the moment')
