import type { Event } from './arbitraries.ts'
import type { TestNetwork } from './network.ts'

/** What really happened in a run: a property over runs in which nothing happens proves nothing. */
export interface Played {
  /** Acts that changed a document. */
  readonly changes: number
  /** Acts that changed a document someone else had changed, unseen by the actor. */
  readonly concurrent: number
  readonly delivered: number
}

/** Plays events over a network; the same events give the same run. */
export function play(network: TestNetwork, events: readonly Event[]): Played {
  const played = { changes: 0, concurrent: 0, delivered: 0 }
  const act = (event: Extract<Event, { kind: 'act' }>) => {
    const doc = network.docs[event.peer]
    if (doc === undefined) return
    let changed = false
    const notice = () => {
      changed = true
    }
    doc.on('update', notice)
    event.act.run(doc)
    doc.off('update', notice)
    if (!changed) return
    played.changes++
    if (network.waiting(event.peer) > 0 || !network.isOnline(event.peer)) played.concurrent++
  }
  for (const event of events) {
    if (event.kind === 'act') act(event)
    else if ('pick' in event) {
      if (network.waiting(event.peer) > 0) played.delivered++
      network[event.kind](event.peer, event.pick)
    } else network[event.kind](event.peer)
  }
  return played
}
