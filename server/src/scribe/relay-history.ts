import type { DocStore } from '../ports.ts'
import type { Relay } from '../relay/index.ts'
import type { History } from '../session/history.ts'

/** Versions from the store, and new ones through the relay's door, which knows the document as it is now. */
export const relayHistory = (open: Relay['open'], store: DocStore, now: () => number): History => ({
  async keep(name, reason) {
    const door = await open(name)
    try {
      return await door.saveVersion(reason)
    } finally {
      door.release()
    }
  },
  keepState: (name, state, reason) => store.saveVersion(name, state, reason, now()),
  list: (name) => store.listVersions(name),
  load: (name, id) => store.loadVersion(name, id),
  drop: (name, id) => store.deleteVersions(name, [id]),
})
