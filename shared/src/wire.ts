import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { err, ok, type Result } from './result.ts'
import { encodePresence, readPresence, type Presence, type PresenceEntry, type RawPresenceEntry } from './wire-presence.ts'

/**
 * First number of every message. 0 to 3 are y-websocket's own; from 102 on they are extensions, sent only to clients
 * that asked for them. Grammar: `server/PROTOCOL.md`.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  saved: 102,
  storage: 103,
  presence: 104,
  welcome: 105,
} as const

const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** One client's awareness as it travels: `state` is JSON text, and `null` as text means "gone". */
export interface AwarenessEntry {
  readonly client: number
  readonly clock: number
  readonly state: string
}

/** Whether the relay can store edits, and if not, why. */
export type StorageState = 'writable' | 'full' | 'failing'
const STORAGE_STATES: readonly StorageState[] = ['writable', 'full', 'failing']

export interface Welcome {
  readonly seat: number
  readonly right: 'read' | 'write'
}

export type ClientMessage =
  | { readonly kind: 'syncStep1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'syncStep2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'queryAwareness' }
  | { readonly kind: 'saved'; readonly count: number }
  | { readonly kind: 'presence'; readonly presence: Presence; readonly bytes: Uint8Array }

export type ServerMessage =
  | { readonly kind: 'syncStep1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'syncStep2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'saved'; readonly count: number }
  | { readonly kind: 'storage'; readonly state: StorageState }
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: 'welcome'; readonly welcome: Welcome }

// Bodies: each write has its read below it. A read starts after the message number, as a stock provider's
// `messageHandlers` do, and throws on anything that is not exactly what write makes.

const message = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const writeSync = (type: number, body: Uint8Array): Uint8Array<ArrayBuffer> =>
  message(MESSAGE.sync, (encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, body)
  })

/** Asks for everything beyond `stateVector`. */
export const writeSyncStep1 = (stateVector: Uint8Array): Uint8Array => writeSync(SYNC.step1, stateVector)
/** Answers a step 1; a stock client is synced from here on. */
export const writeSyncStep2 = (update: Uint8Array): Uint8Array => writeSync(SYNC.step2, update)
/** What comes before the update in `writeSyncStep2`, for who puts the two together without a copy. */
export const headOfSyncStep2 = (updateLength: number): Uint8Array =>
  message(MESSAGE.sync, (encoder) => {
    encoding.writeVarUint(encoder, SYNC.step2)
    encoding.writeVarUint(encoder, updateLength)
  })
export const writeUpdate = (update: Uint8Array): Uint8Array<ArrayBuffer> => writeSync(SYNC.update, update)

type SyncMessage = Extract<ClientMessage, { kind: 'syncStep1' | 'syncStep2' | 'update' }>

function readSync(decoder: decoding.Decoder): SyncMessage {
  const type = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  switch (type) {
    case SYNC.step1:
      return { kind: 'syncStep1', stateVector: body }
    case SYNC.step2:
      return { kind: 'syncStep2', update: body }
    case SYNC.update:
      return { kind: 'update', update: body }
    default:
      throw new Error('unknown sync message')
  }
}

/** An empty list is the 3-byte keep-alive. */
export const writeAwareness = (entries: readonly AwarenessEntry[]): Uint8Array<ArrayBuffer> =>
  message(MESSAGE.awareness, (encoder) => {
    const body = encoding.createEncoder()
    encoding.writeVarUint(body, entries.length)
    for (const entry of entries) {
      encoding.writeVarUint(body, entry.client)
      encoding.writeVarUint(body, entry.clock)
      encoding.writeVarString(body, entry.state)
    }
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  })

function readAwareness(decoder: decoding.Decoder): readonly AwarenessEntry[] {
  const body = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const entries: AwarenessEntry[] = []
  for (let left = decoding.readVarUint(body); left > 0; left--) {
    const client = decoding.readVarUint(body)
    const clock = decoding.readVarUint(body)
    entries.push({ client, clock, state: decoding.readVarString(body) })
  }
  requireEnd(body)
  return entries
}

export const writeQueryAwareness = (): Uint8Array<ArrayBuffer> => message(MESSAGE.queryAwareness, () => {})

/** Client: "I have sent `count` changes so far." Relay: "the first `count` are on disk." */
export const writeSaved = (count: number): Uint8Array<ArrayBuffer> =>
  message(MESSAGE.saved, (encoder) => encoding.writeVarUint(encoder, count))

export const readSaved = (decoder: decoding.Decoder): number => decoding.readVarUint(decoder)

export const writeStorage = (state: StorageState): Uint8Array<ArrayBuffer> =>
  message(MESSAGE.storage, (encoder) => encoding.writeVarUint(encoder, STORAGE_STATES.indexOf(state)))

export function readStorage(decoder: decoding.Decoder): StorageState {
  const state = STORAGE_STATES[decoding.readVarUint(decoder)]
  if (state === undefined) throw new Error('unknown storage state')
  return state
}

export const writeWelcome = (welcome: Welcome): Uint8Array<ArrayBuffer> =>
  message(MESSAGE.welcome, (encoder) => {
    encoding.writeVarUint(encoder, welcome.seat)
    encoding.writeVarUint(encoder, welcome.right === 'write' ? 1 : 0)
  })

export function readWelcome(decoder: decoding.Decoder): Welcome {
  const seat = decoding.readVarUint(decoder)
  return { seat, right: decoding.readVarUint(decoder) === 1 ? 'write' : 'read' }
}

/** Client to relay: my presence now. */
export const writePresence = (presence: Presence): Uint8Array<ArrayBuffer> =>
  message(MESSAGE.presence, (encoder) => encodePresence(encoder, presence))

/** Relay to client: the presence of everyone who changed since the last batch. 6 to 9 bytes per cursor. */
export const writePresenceBatch = (entries: readonly RawPresenceEntry[]): Uint8Array<ArrayBuffer> =>
  message(MESSAGE.presence, (encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { seat, bytes } of entries) {
      encoding.writeVarUint(encoder, seat)
      encoding.writeUint8Array(encoder, bytes)
    }
  })

export function readPresenceBatch(decoder: decoding.Decoder): readonly PresenceEntry[] {
  const entries: PresenceEntry[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    entries.push({ seat: decoding.readVarUint(decoder), presence: readPresence(decoder) })
  }
  return entries
}

function requireEnd(decoder: decoding.Decoder): void {
  if (decoding.hasContent(decoder)) throw new Error('bytes left over')
}

function decodeClientMessage(decoder: decoding.Decoder, frame: Uint8Array): ClientMessage {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { kind: 'awareness', entries: readAwareness(decoder) }
    case MESSAGE.queryAwareness:
      return { kind: 'queryAwareness' }
    case MESSAGE.saved:
      return { kind: 'saved', count: readSaved(decoder) }
    case MESSAGE.presence: {
      const start = decoder.pos
      return { kind: 'presence', presence: readPresence(decoder), bytes: new Uint8Array(frame.subarray(start, decoder.pos)) }
    }
    default:
      throw new Error('unknown message')
  }
}

function decodeServerMessage(decoder: decoding.Decoder): ServerMessage {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { kind: 'awareness', entries: readAwareness(decoder) }
    case MESSAGE.saved:
      return { kind: 'saved', count: readSaved(decoder) }
    case MESSAGE.storage:
      return { kind: 'storage', state: readStorage(decoder) }
    case MESSAGE.presence:
      return { kind: 'presence', entries: readPresenceBatch(decoder) }
    case MESSAGE.welcome:
      return { kind: 'welcome', welcome: readWelcome(decoder) }
    default:
      throw new Error('unknown message')
  }
}

function readWhole<T>(frame: Uint8Array, read: (decoder: decoding.Decoder) => T): Result<T, 'malformed'> {
  try {
    const decoder = decoding.createDecoder(frame)
    const value = read(decoder)
    requireEnd(decoder)
    return ok(value)
  } catch {
    return err('malformed')
  }
}

/** Reads one frame from a client. Total: any bytes are a message or `malformed`. Updates are views into `frame`. */
export const readClientMessage = (frame: Uint8Array): Result<ClientMessage, 'malformed'> =>
  readWhole(frame, (decoder) => decodeClientMessage(decoder, frame))

/** Reads one frame from the relay, the mirror of `readClientMessage`. */
export const readServerMessage = (frame: Uint8Array): Result<ServerMessage, 'malformed'> => readWhole(frame, decodeServerMessage)
