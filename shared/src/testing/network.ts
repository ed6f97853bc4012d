import * as Y from 'yjs'
import { assert } from '../assert.ts'

/** The origin of what arrived from the network, so that nothing is sent back to where it came from. */
export const REMOTE = 'remote'

/**
 * Peers that share one document over a bad network. Nothing moves by itself: a test delivers, loses, repeats or
 * reorders single updates, cuts peers off, and at the end lets everyone catch up. No clock, no chance of its own.
 */
export interface TestNetwork {
  readonly docs: readonly Y.Doc[]
  /** Updates under way to `peer`. */
  readonly waiting: (peer: number) => number
  /** Delivers one waiting update, chosen by `pick` (any number; counted around), so out of order if it likes. */
  readonly deliver: (peer: number, pick?: number) => void
  /** Delivers one waiting update and leaves it in the queue, so that it comes twice. */
  readonly repeat: (peer: number, pick?: number) => void
  /** Loses one waiting update. `settle` brings it back, as a reconnecting client does by its state vector. */
  readonly lose: (peer: number, pick?: number) => void
  /** Cuts a peer off: what it does, and what others do, is kept until it is online again. */
  readonly offline: (peer: number) => void
  /** Back online, with everything exchanged by state vectors, as the sync protocol does. */
  readonly online: (peer: number) => void
  readonly isOnline: (peer: number) => boolean
  /** Everyone online and in step. */
  readonly settle: () => void
  readonly stop: () => void
}

interface Peer {
  readonly doc: Y.Doc
  queue: Uint8Array[]
  online: boolean
}

const exchange = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), REMOTE)

/** Fixed client ids make a run the same every time; real ones are random. */
const FIRST_CLIENT = 1_000

function makePeers(count: number, base: Y.Doc | undefined): readonly Peer[] {
  return Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc()
    doc.clientID = FIRST_CLIENT + index
    if (base !== undefined) exchange(base, doc)
    return { doc, queue: [], online: true }
  })
}

/** Sends each local update of a peer to all others who are online, as a relay does. */
function connect(peers: readonly Peer[]): () => void {
  const stops = peers.map((peer) => {
    const send = (update: Uint8Array, origin: unknown) => {
      if (origin === REMOTE || !peer.online) return
      for (const other of peers) if (other !== peer && other.online) other.queue.push(update)
    }
    peer.doc.on('update', send)
    return () => peer.doc.off('update', send)
  })
  return () => stops.forEach((stop) => stop())
}

/** `count` peers, each starting from the state of `base`. */
export function createNetwork(count: number, base?: Y.Doc): TestNetwork {
  const peers = makePeers(count, base)
  const stop = connect(peers)
  const at = (index: number): Peer => {
    const peer = peers[index]
    assert(peer !== undefined, `there is a peer ${index}`)
    return peer
  }
  const take = (index: number, pick: number, keep: boolean): Uint8Array | undefined => {
    const { queue } = at(index)
    const which = queue.length === 0 ? 0 : pick % queue.length
    return keep ? queue[which] : queue.splice(which, 1)[0]
  }
  const apply = (index: number, update: Uint8Array | undefined) => {
    if (update !== undefined) Y.applyUpdate(at(index).doc, update, REMOTE)
  }
  const online = (index: number) => {
    const peer = at(index)
    peer.online = true
    for (const other of peers) {
      if (other === peer || !other.online) continue
      exchange(other.doc, peer.doc)
      exchange(peer.doc, other.doc)
    }
  }
  return {
    docs: peers.map((peer) => peer.doc),
    waiting: (index) => at(index).queue.length,
    deliver: (index, pick = 0) => apply(index, take(index, pick, false)),
    repeat: (index, pick = 0) => apply(index, take(index, pick, true)),
    lose: (index, pick = 0) => void take(index, pick, false),
    offline: (index) => {
      at(index).online = false
      at(index).queue = []
    },
    online,
    isOnline: (index) => at(index).online,
    settle: () => {
      for (const peer of peers) peer.queue = []
      // Twice: what the last peer brings must reach the first.
      for (let round = 0; round < 2; round++) peers.forEach((_, index) => online(index))
    },
    stop,
  }
}
