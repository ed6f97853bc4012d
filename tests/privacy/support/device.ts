import {
  deskNotes,
  formatDocumentName,
  parseDocumentKey,
  stageView,
  type Command,
  type DocumentName,
  type DocumentRef,
  type Seat,
  type StageView,
} from '@groundswell/shared'
import { writeSyncStep1 } from '@groundswell/shared/wire'
import * as Y from 'yjs'
import { connectPeer, type Peer } from '../../support/peer.ts'
import { connectRaw, type RawClient } from '../../support/raw-client.ts'
import { until } from '../../support/wait.ts'
import { call, type Answer } from './http.ts'

/** One device in a session: its seat, its requests, its documents. */
export interface Device {
  readonly seat: Seat
  /** A request with this device's token. */
  call(method: string, path: string, body?: unknown): Promise<Answer>
  /** Sends a command and answers `ok` or the error's code. */
  command(command: Command, id?: string): Promise<string>
  /** The document behind the stock provider, once it is synced. */
  open(key: string, epoch?: number): Promise<Peer>
  /** The document as bytes: everything the server sends is kept. */
  listen(key: string): Promise<RawClient>
  /** The stage as it is once `holds` is true of it. */
  stage(holds: (stage: StageView) => boolean): Promise<StageView>
  close(): void
}

let acts = 0

export function createDevice(url: string, seat: Seat): Device {
  const peers = new Map<string, Peer>()
  const raws: RawClient[] = []
  const name = (key: string, epoch = 1) =>
    formatDocumentName({ session: seat.session, ref: refOf(key), epoch } satisfies DocumentName)
  const socketUrl = `${url.replace('http', 'ws')}/sync`
  const request: Device['call'] = (method, path, body) =>
    call(url, method, `/api/sessions/${seat.session}${path}`, body, { authorization: `Bearer ${seat.token}` })
  const open = async (key: string, epoch?: number): Promise<Peer> => {
    const document = name(key, epoch)
    const peer = peers.get(document) ?? connectPeer({ url: socketUrl, document, token: seat.token })
    peers.set(document, peer)
    await peer.synced()
    return peer
  }
  return {
    seat,
    call: request,
    async command(command, id = `act-${++acts}`) {
      return (await request('POST', '/commands', { id, command })).code ?? 'ok'
    },
    open,
    async listen(key) {
      const raw = await connectRaw(`${socketUrl}/${name(key)}?token=${seat.token}&ext=1`)
      raws.push(raw)
      raw.send(writeSyncStep1(Y.encodeStateVector(new Y.Doc())))
      return raw
    },
    async stage(holds) {
      const { doc } = await open('stage')
      await until('the stage shows it', () => holds(stageView(doc)))
      return stageView(doc)
    },
    close() {
      for (const peer of peers.values()) peer.destroy()
      for (const raw of raws) raw.end()
    },
  }
}

function refOf(key: string): DocumentRef {
  const ref = parseDocumentKey(key)
  if (ref === null) throw new Error(`no document key: ${key}`)
  return ref
}

/** Waits until this device's desk holds `count` notes. */
export async function deskHolds(device: Device, count: number): Promise<void> {
  const desk = await device.open(`desk:${device.seat.person}`)
  await until(`the desk holds ${count} notes`, () => deskNotes(desk.doc).length === count)
}
