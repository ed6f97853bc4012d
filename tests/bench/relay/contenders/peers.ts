import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { startMeasured, type MeasuredProcess } from '../measured-process.ts'
import { HocuspocusSpeaker } from '../speakers/hocuspocus.ts'
import { TldrawSpeaker, type TldrawGreeting } from '../speakers/tldraw.ts'
import { NO_ENVELOPE, YjsSpeaker } from '../speakers/yjs.ts'
import type { Contender, Room } from './contender.ts'

/** Installed apart from the workspace, see `install-peers.ts`. */
export const PEERS_FOLDER = fileURLToPath(new URL('../peers', import.meta.url))

interface Started {
  readonly port: number
  readonly process: MeasuredProcess
  readonly greeting: unknown
}

async function startPeer(script: string, storage: string, port: number): Promise<Started> {
  const process = await startMeasured({ args: [join(PEERS_FOLDER, script), storage, String(port)], ready: /({.*})\n/ })
  const greeting = JSON.parse(process.ready) as { port: number }
  return { port: greeting.port, process, greeting }
}

/** Names go on counting over restarts, so that a room is only met again by whoever kept it. */
let rooms = 0

const peer = (
  facts: Omit<Contender, 'start'>,
  script: string,
  storageIn: (folder: string) => string,
  roomOf: (name: string, storage: string, greeting: unknown) => Room,
): Contender => ({
  ...facts,
  async start(folder, port = 0) {
    mkdirSync(folder, { recursive: true })
    const storage = storageIn(folder)
    const { greeting, ...started } = await startPeer(script, storage, port)
    return { ...started, room: async () => roomOf(`room${++rooms}`, storage, greeting) }
  },
})

export const yWebsocket = peer(
  { id: 'y-websocket', title: 'y-websocket 2.1.0', acknowledges: false },
  'y-websocket.mjs',
  (folder) => join(folder, 'level'),
  (name, storage) => ({
    path: () => `/${name}`,
    speaker: (story, options) => new YjsSpeaker(story, options, NO_ENVELOPE, false),
    storedBytes: () => folderBytes(storage),
  }),
)

export const hocuspocus = peer(
  { id: 'hocuspocus', title: 'Hocuspocus 4.7.0', acknowledges: true },
  'hocuspocus.mjs',
  (folder) => join(folder, 'documents.db'),
  (name, storage) => ({
    path: () => '/',
    speaker: (story, options) => new HocuspocusSpeaker(story, options, name),
    storedBytes: () => sqliteBytes(storage, `SELECT length(data) AS bytes FROM docs WHERE name = '${name}'`),
  }),
)

export const tldrawSync = peer(
  { id: 'tldraw', title: 'tldraw sync-core 5.4.2', acknowledges: true },
  'tldraw-sync.mjs',
  (folder) => join(folder, 'documents.db'),
  (name, storage, greeting) => ({
    path: () => `/${name}`,
    speaker: (story, options) => new TldrawSpeaker(story, options, greeting as TldrawGreeting),
    storedBytes: () => sqliteBytes(storage, `SELECT sum(length(state)) AS bytes FROM ${name}_documents`),
  }),
)

function sqliteBytes(path: string, sql: string): number {
  const db = new DatabaseSync(path, { readOnly: true })
  const bytes = Number(db.prepare(sql).get()?.['bytes'] ?? 0)
  db.close()
  return bytes
}

const folderBytes = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
