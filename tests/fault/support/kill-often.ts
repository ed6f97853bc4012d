import { readStorage, type StorageState } from '@groundswell/shared/wire'
import { connectPeer, type Peer } from '../../support/peer.ts'
import { until } from '../../support/wait.ts'
import type { Victim } from './victim.ts'

/** What the process is doing when it is killed. */
export type Moment = 'writing' | 'folding' | 'full'

/** A document that is written while its server is killed. */
export interface Place {
  /** `<session>/<document>~<epoch>` */
  readonly document: string
  readonly token: string
}

export interface Target {
  start(moment: Moment): Promise<Victim>
  /** A fresh document at a running server. */
  newPlace(port: number): Promise<Place>
  /** Takes the room on the disk away. */
  fillDisk?(victim: Victim): void
  /** Gives it back, before the next start. */
  freeDisk?(): void
}

export interface Plan {
  readonly kills: number
  /** What goes on at each kill, in turns. */
  readonly moments: readonly Moment[]
}

export interface Toll {
  /** Kills by what the process was doing. */
  readonly killed: Record<Moment, number>
  /** Edits that the server said are on disk. */
  acked: number
  /** Those of them that were not there after the next start. */
  readonly lost: string[]
}

const WRITERS = 4
const LIMIT_MS = 180_000
/** A document takes this many kills; then the next one, so that its size does not decide how long a start takes. */
const KILLS_EACH = 25

/** Kills a process again and again while people write, and looks for every acknowledged edit after each start. */
export async function killOften(target: Target, { kills, moments }: Plan): Promise<Toll> {
  const toll: Toll = { killed: { writing: 0, folding: 0, full: 0 }, acked: 0, lost: [] }
  const momentOf = (kill: number): Moment => moments[kill % moments.length] ?? 'writing'
  // A process that ends by itself keeps what it compiled, and every later start is twice as fast.
  await target.start('writing').then((first) => first.stop())
  let victim = await target.start(momentOf(0))
  for (let kill = 0; kill < kills && toll.lost.length === 0;) {
    const place = await target.newPlace(victim.port)
    const acked = new Set<string>()
    for (let round = 0; round < KILLS_EACH && kill < kills && toll.lost.length === 0; round++, kill++) {
      const peers = connectAll(victim, place)
      await killWhile(momentOf(kill), { target, victim, peers, acked, kill }, toll)
      victim = await target.start(momentOf(kill + 1))
      toll.lost.push(...(await missingAt(victim, place, acked)))
    }
    toll.acked += acked.size
  }
  await victim.kill()
  return toll
}

interface Round {
  readonly target: Target
  readonly victim: Victim
  readonly peers: readonly Peer[]
  readonly acked: Set<string>
  readonly kill: number
}

async function killWhile(moment: Moment, { target, victim, peers, acked, kill }: Round, toll: Toll): Promise<void> {
  const storage = watchStorage(peers[0])
  const enough = acked.size + 10 + (kill % 40)
  const writing = peers.map((peer, writer) => writeOn(peer, `${kill}.${writer}`, acked))
  await until('some acknowledged edits', () => acked.size >= enough, LIMIT_MS)
  if (moment === 'folding') await victim.prints('fold')
  if (moment === 'full') target.fillDisk?.(victim)
  if (moment === 'full') await until('no room on the disk', () => storage() === 'full', LIMIT_MS)
  await victim.kill()
  // It may have been faster than the signal.
  toll.killed[moment === 'folding' && !wasFolding(victim) ? 'writing' : moment]++
  target.freeDisk?.()
  for (const peer of peers) peer.destroy()
  await Promise.all(writing)
}

const wasFolding = (victim: Victim): boolean => victim.output().trimEnd().endsWith('fold')

/** Writes until its peer is destroyed, and keeps what the server said is on disk. */
async function writeOn(peer: Peer, writer: string, acked: Set<string>): Promise<void> {
  await peer.synced()
  for (let count = 0; ; count++) {
    const key = `${writer}.${count}`
    peer.doc.getMap('edits').set(key, 'x'.repeat(20))
    try {
      await peer.saved()
    } catch {
      return
    }
    acked.add(key)
  }
}

/** What the server says about its store, its last word. */
function watchStorage(peer: Peer | undefined): () => StorageState {
  let state: StorageState = 'writable'
  const handlers: ((...args: never[]) => void)[] | undefined = peer?.provider.messageHandlers
  if (handlers) handlers[103] = (_encoder, decoder) => void (state = readStorage(decoder))
  return () => state
}

async function missingAt(victim: Victim, place: Place, keys: ReadonlySet<string>): Promise<readonly string[]> {
  const reader = connectAt(victim, place)
  await reader.synced()
  const stored = reader.doc.getMap('edits')
  const missing = [...keys].filter((key) => !stored.has(key))
  reader.destroy()
  return missing
}

const connectAt = ({ port }: Victim, place: Place): Peer => connectPeer({ url: `ws://127.0.0.1:${port}/sync`, ...place })

const connectAll = (victim: Victim, place: Place): readonly Peer[] =>
  Array.from({ length: WRITERS }, () => connectAt(victim, place))
