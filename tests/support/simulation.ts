import { VirtualClock } from '@groundswell/server/testing'
import {
  createRelay,
  noMetrics,
  silentLog,
  StoreError,
  type Admission,
  type Authorize,
  type DocStore,
  type Relay,
} from '@groundswell/server/relay'
import { createSqliteDocStore, openDatabase } from '@groundswell/server/store'
import { ok, type DocumentName, type PersonId, type SessionId } from '@groundswell/shared/wire'
import * as Y from 'yjs'
import { SimPeer } from './sim-peer.ts'

export const BOARD: DocumentName = { session: 's1' as SessionId, ref: { kind: 'board' }, epoch: 1 }

/** The key a cheating reader writes. */
export const CHEAT = 'cheat'

const READER = 1_000

/** A thing that happens, with numbers that say to whom and how. Any sequence of them is a legal run. */
export type Step =
  | { readonly kind: 'edit'; readonly peer: number; readonly what: number }
  | { readonly kind: 'cut'; readonly peer: number }
  | { readonly kind: 'connect'; readonly peer: number }
  | { readonly kind: 'stopReading'; readonly peer: number }
  | { readonly kind: 'read'; readonly peer: number }
  | { readonly kind: 'partition'; readonly peers: number }
  /** The reader writes nevertheless. */
  | { readonly kind: 'cheat' }
  | { readonly kind: 'crash' }
  | { readonly kind: 'fullDisk'; readonly isFull: boolean }
  | { readonly kind: 'wait'; readonly ms: number }

/** What happened, to prove that a run was not vacuous. */
export interface Tally {
  edits: number
  acked: number
  cuts: number
  crashes: number
  compactions: number
  fullDisks: number
  /** Readers that wrote and were closed for it. */
  refused: number
}

/**
 * Peers, one relay and one store in simulated time. A crash forgets everything that was not committed; what a client
 * still holds is the only other copy.
 */
export class Simulation {
  readonly clock = new VirtualClock()
  readonly peers: readonly SimPeer[]
  /** May only read. Replaced by a fresh one after it was refused. */
  reader: SimPeer
  readonly tally: Tally = { edits: 0, acked: 0, cuts: 0, crashes: 0, compactions: 0, fullDisks: 0, refused: 0 }
  readonly #store: DocStore
  readonly #db = openDatabase(':memory:')
  #relay: Relay
  #isFull = false
  #random: () => number

  constructor(peers: number, random: () => number) {
    this.#random = random
    this.#store = this.#failing(createSqliteDocStore(this.#db))
    this.#relay = this.#start()
    this.peers = Array.from({ length: peers }, (_, index) => this.#makePeer(index + 1, 'write'))
    this.reader = this.#makePeer(READER, 'read')
    for (const peer of this.everyone) peer.connect()
  }

  get everyone(): readonly SimPeer[] {
    return [...this.peers, this.reader]
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.#act(step)
      this.#replaceReader()
      if (step.kind === 'wait') await this.clock.advance(step.ms)
      await this.clock.advance(this.#random() < 0.5 ? 0 : Math.floor(this.#random() * 40))
    }
  }

  /** Everything works again, and everybody has time to catch up. */
  async heal(): Promise<void> {
    this.#isFull = false
    for (let round = 0; round < 40; round++) {
      this.#replaceReader()
      for (const peer of this.everyone) {
        peer.setReading(true)
        peer.connect()
      }
      await this.clock.advance(1_000)
    }
  }

  /** What is on disk, and nothing else. */
  async stored(): Promise<Y.Doc> {
    const { snapshot, updates } = await this.#store.load(BOARD)
    const doc = new Y.Doc()
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
    return doc
  }

  crash(): void {
    this.tally.crashes++
    this.tally.compactions += this.#relay.stats().compactions
    const dead = this.#relay
    this.#dead.add(dead)
    for (const peer of this.everyone) peer.cut()
    this.#relay = this.#start()
  }

  close(): void {
    this.#db.close()
  }

  #dead = new Set<Relay>()

  #start(): Relay {
    const authorize: Authorize = { admit: () => ok(admissionOf(1, 'write')), rightNow: ({ right }) => ok(right) }
    const limits = { compactRows: 15, compactBytes: 2_000, sweepMs: 300, unloadMs: 2_000, editLagMs: 3_000, gapMs: 2_000 }
    const relay: Relay = createRelay({
      store: this.#guarded(() => relay),
      authorize,
      clock: this.clock,
      log: silentLog,
      metrics: noMetrics,
      limits,
    })
    return relay
  }

  /** A crashed relay's timers may still run; nothing it does reaches the disk any more. */
  #guarded(owner: () => Relay): DocStore {
    const check = <T>(task: () => Promise<T>): Promise<T> => (this.#dead.has(owner()) ? new Promise(() => {}) : task())
    return {
      ...this.#store,
      append: (rows) => check(() => this.#store.append(rows)),
      compact: (name, state, seq) => check(() => this.#store.compact(name, state, seq)),
    }
  }

  #failing(store: DocStore): DocStore {
    const refuse = (): Promise<never> => Promise.reject(new StoreError('full', 'no room'))
    return {
      ...store,
      append: (rows) => (this.#isFull ? refuse() : store.append(rows)),
      compact: (name, state, seq) => (this.#isFull ? refuse() : store.compact(name, state, seq)),
    }
  }

  #makePeer(number: number, right: 'read' | 'write'): SimPeer {
    return new SimPeer(number, {
      clock: this.clock,
      admission: admissionOf(number, right),
      relay: () => this.#relay,
      delay: () => Math.floor(this.#random() ** 3 * 200),
    })
  }

  #replaceReader(): void {
    if (!this.reader.isRefused) return
    this.tally.refused++
    this.reader = this.#makePeer(READER + this.tally.refused, 'read')
    this.reader.connect()
  }

  #act(step: Step): void {
    const peerOf = (index: number): SimPeer => this.peers[index % this.peers.length] as SimPeer
    switch (step.kind) {
      case 'edit':
        this.tally.edits++
        return editAtRandom(peerOf(step.peer), step.what)
      case 'cut':
        this.tally.cuts++
        return peerOf(step.peer).cut()
      case 'connect':
        return peerOf(step.peer).connect()
      case 'stopReading':
        return peerOf(step.peer).setReading(false)
      case 'read':
        return peerOf(step.peer).setReading(true)
      case 'partition':
        return this.peers.slice(0, 1 + (step.peers % this.peers.length)).forEach((peer) => peer.cut())
      case 'cheat':
        return this.reader.edit((doc) => void doc.getMap('edits').set(CHEAT, 1))
      case 'crash':
        return this.crash()
      case 'fullDisk':
        this.tally.fullDisks += step.isFull ? 1 : 0
        this.#isFull = step.isFull
        return undefined
      case 'wait':
        return undefined
    }
  }
}

function admissionOf(number: number, right: 'read' | 'write'): Admission {
  const person = `p${number}` as PersonId
  return {
    capability: { session: BOARD.session, person, role: 'participant', expires: 0 },
    document: BOARD,
    right,
    identity: { person, name: person, jobRole: 'teacher' },
  }
}

/** Each edit leaves its own key, so that a lost one is seen; besides, peers type in one text and delete from it. */
function editAtRandom(peer: SimPeer, what: number): void {
  peer.edit((doc) => {
    const text = doc.getText('text')
    doc.getMap('edits').set(`${doc.clientID}.${peer.made}`, what)
    if (what % 3 === 0 && text.length > 2) text.delete(what % (text.length - 1), 1)
    else text.insert(what % (text.length + 1), 'ab')
  })
}
