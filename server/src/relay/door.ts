import type * as Y from 'yjs'
import { StoreError, type VersionInfo, type VersionReason } from '../ports.ts'
import type { Journal } from './journal.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'

/** The server's own way into a document. It keeps the document loaded until it is released. */
export interface RoomDoor {
  /** Looks at the document. `look` must not change it and not keep it. */
  read<T>(look: (doc: Y.Doc) => T): T
  /**
   * Changes the document in one transaction and sends it to the members. Resolves when it is on disk. Rejects with what
   * `change` threw, or with a `StoreError` when the store cannot save; in the latter case a change already made is kept
   * and stored once it can be.
   */
  write(change: (doc: Y.Doc) => void): Promise<void>
  /** Keeps the document as it is now, before an act that changes much of it. Private documents have no versions. */
  saveVersion(reason: VersionReason): Promise<VersionInfo>
  release(): void
}

export function openDoor(room: Room, journal: Journal, rooms: Rooms): RoomDoor {
  room.openDoor()
  let isOpen = true
  return {
    read: (look) => look(room.doc),
    async write(change) {
      if (!isOpen || !room.isAlive) throw new Error('the document was closed; open it again')
      if (journal.storage !== 'writable')
        throw new StoreError(journal.storage === 'full' ? 'full' : 'failed', 'the store cannot save')
      room.write(change)
      await journal.settled(room.lastTicket)
    },
    saveVersion: (reason) => rooms.keepVersion(room, reason),
    release() {
      if (isOpen) room.closeDoor()
      isOpen = false
    },
  }
}
