import type { DocumentName } from '@groundswell/shared'
import type * as Y from 'yjs'
import type { Relay, RoomDoor } from '../relay/index.ts'
import type { Documents } from '../session/documents.ts'

/** Documents through the relay's own door, so that everyone who has one open sees what the server writes. */
export function relayDocuments(open: Relay['open']): Documents {
  const within = async <T>(name: DocumentName, work: (door: RoomDoor) => Promise<T>): Promise<T> => {
    const door = await open(name)
    try {
      return await work(door)
    } finally {
      door.release()
    }
  }
  return {
    read: (name, view) => within(name, async (door) => door.read(view)),
    write: (name, change) => within(name, (door) => written(door, change)),
  }
}

async function written<T>(door: RoomDoor, change: (doc: Y.Doc) => T): Promise<T> {
  const results: T[] = []
  await door.write((doc) => void results.push(change(doc)))
  return results[0] as T
}
