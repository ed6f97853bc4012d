/* oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin; the rule means windows */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { StoreError, type DocStore, type StoreFailure } from '../ports.ts'

/** One call as it crosses to the thread. */
export interface StoreCall {
  readonly id: number
  readonly method: keyof DocStore
  readonly args: readonly unknown[]
}

export type StoreAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: StoreFailure; readonly message: string }

export interface ClosableDocStore extends DocStore {
  /** Waits for what was called, and closes the file. Calls after it are rejected. */
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: StoreError) => void
}

/**
 * Documents in the SQLite file at `path`, on a thread and a connection of their own. A commit waits for the disk, a
 * hundred milliseconds when it is busy; on the main thread nobody would be sent anything in that time.
 */
export function createThreadedDocStore(path: string): ClosableDocStore {
  const line = new ThreadLine(path)
  return {
    append: (rows) => line.call('append', [rows.map(({ name, update }) => ({ name, update: new Uint8Array(update) }))]),
    load: (name) => line.call('load', [name]),
    compact: (name, snapshot, uptoSeq) => line.call('compact', [name, snapshot, uptoSeq]),
    previousSnapshot: (name) => line.call('previousSnapshot', [name]),
    saveVersion: (name, state, reason, at) => line.call('saveVersion', [name, state, reason, at]),
    listVersions: (name) => line.call('listVersions', [name]),
    loadVersion: (name, id) => line.call('loadVersion', [name, id]),
    deleteVersions: (name, ids) => line.call('deleteVersions', [name, ids]),
    startEpoch: (name, state) => line.call('startEpoch', [name, state]),
    epochStart: (name) => line.call('epochStart', [name]),
    deleteSession: (session) => line.call('deleteSession', [session]),
    close: () => line.close(),
  }
}

type State = { readonly kind: 'asleep' } | { readonly kind: 'running'; readonly worker: Worker } | { readonly kind: 'closed' }

/** Calls to the thread and their answers. The thread starts with the first call, and again if it should ever die. */
class ThreadLine {
  #state: State = { kind: 'asleep' }
  #waiting = new Map<number, Waiting>()
  #calls = 0
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** The answer's type is the caller's to know: it is what `DocStore` promises for `method`. */
  call<T>(method: keyof DocStore, args: readonly unknown[]): Promise<T> {
    const worker = this.#wake()
    if (worker === null) return Promise.reject(new StoreError('failed', 'the store is closed'))
    const id = ++this.#calls
    const call: StoreCall = { id, method, args }
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as T), reject })
      worker.postMessage(call)
    })
  }

  async close(): Promise<void> {
    const state = this.#state
    this.#state = { kind: 'closed' }
    if (state.kind !== 'running') return
    state.worker.postMessage('close')
    await once(state.worker, 'exit')
  }

  #wake(): Worker | null {
    if (this.#state.kind === 'closed') return null
    if (this.#state.kind === 'running') return this.#state.worker
    const worker = new Worker(new URL('./journal-thread.ts', import.meta.url), { workerData: { path: this.#path } })
    this.#state = { kind: 'running', worker }
    worker.on('message', (answer: StoreAnswer) => this.#settle(answer))
    worker.on('error', () => {})
    worker.on('exit', () => this.#ended())
    return worker
  }

  #settle(answer: StoreAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('failure' in answer) waiting?.reject(new StoreError(answer.failure, answer.message))
    else waiting?.resolve(answer.value)
  }

  #ended(): void {
    if (this.#state.kind === 'running') this.#state = { kind: 'asleep' }
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(new StoreError('failed', 'the store stopped'))
  }
}
