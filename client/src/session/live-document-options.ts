import type { DocumentName, EpochSeam } from '@groundswell/shared'
import type { OfflineStore } from './offline-copy.ts'
import type { createPresence } from './presence.ts'

/** What a document of the session is made of, and whom it tells. */
export interface LiveDocumentOptions {
  readonly name: Omit<DocumentName, 'epoch'>
  /** Copies are kept apart by person, two people may use one device, and by epoch. */
  readonly copyName: (epoch: number) => string
  readonly copies: OfflineStore
  readonly url: string
  readonly token: () => string
  readonly WebSocket: typeof WebSocket
  readonly facilitates: Parameters<typeof createPresence>[0]
  /** Where an epoch of the document ended; null while the server cannot be asked. */
  readonly seam: (epoch: number) => Promise<EpochSeam | null>
  /** Called when the saved state may have changed, and after every change of the handle. */
  readonly onChange: () => void
  /** The relay does not take the token any more. */
  readonly onSignedOut: () => void
}
