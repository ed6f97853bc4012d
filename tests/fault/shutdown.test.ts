import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { connectPeer } from '../support/peer.ts'
import { connectRaw, type RawClient } from '../support/raw-client.ts'
import { found } from '../support/stock-client-example.ts'
import { until } from '../support/wait.ts'

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
const CLIENTS = 50
const DRAINING = 4503

const folder = mkdtempSync(join(tmpdir(), 'groundswell-shutdown-'))
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Server {
  readonly child: ChildProcess
  readonly port: number
  /** The code it ends with. */
  readonly ended: Promise<number | null>
}

async function startServer(): Promise<Server> {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  const ended = once(child, 'exit').then(([code]) => (running.delete(child), code as number | null))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, port: Number(/:(\d+)\s/.exec(line.toString())?.[1]), ended }
}

interface Seated {
  readonly session: string
  readonly token: string
}

const seatAt = async ({ port }: Server): Promise<Seated> => (await found(`http://127.0.0.1:${port}`)).seat

const connectAll = ({ port }: Server, { session, token }: Seated): Promise<readonly RawClient[]> =>
  Promise.all(Array.from({ length: CLIENTS }, () => connectRaw(`ws://127.0.0.1:${port}/sync/${session}/board~1?token=${token}`)))

const closedOf = (clients: readonly RawClient[]): number => clients.filter((client) => client.code() !== null).length

it('P42 a signal, also one that comes twice at once, closes everyone with 4503 and loses nothing', async () => {
  const server = await startServer()
  const seat = await seatAt(server)
  const clients = await connectAll(server, seat)
  const open = (port: number) =>
    connectPeer({ url: `ws://127.0.0.1:${port}/sync`, document: `${seat.session}/board~1`, token: seat.token })
  const author = open(server.port)
  await author.synced()
  for (let count = 0; count < 500; count++) author.doc.getMap('edits').set(`k${count}`, 'x'.repeat(100))
  await author.saved()
  // As from a terminal: the process is told by the group and by its parent.
  server.child.kill('SIGINT')
  server.child.kill('SIGTERM')
  const codes = await Promise.all(clients.map((client) => client.closed()))
  expect(codes).toEqual(Array.from({ length: CLIENTS }, () => DRAINING))
  expect(await server.ended).toBe(0)
  author.destroy()

  const again = await startServer()
  const reader = open(again.port)
  await reader.synced()
  expect(reader.doc.getMap('edits').size).toBe(500)
  reader.destroy()
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})

it('a second signal, later, ends the process at once, and what was acknowledged is there', async () => {
  const server = await startServer()
  const seat = await seatAt(server)
  const clients = await connectAll(server, seat)
  server.child.kill('SIGTERM')
  // Closes are spread over five seconds: by the tenth more than the half second has passed that makes two signals one.
  await until('some are closed', () => closedOf(clients) >= CLIENTS / 4)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(1)
  await until('the others lost their line', () => closedOf(clients) === CLIENTS)
  expect(clients.filter((client) => client.code() === DRAINING).length).toBeLessThan(CLIENTS)
  const again = await startServer()
  const reader = connectPeer({
    url: `ws://127.0.0.1:${again.port}/sync`,
    document: `${seat.session}/stage~1`,
    token: seat.token,
  })
  await reader.synced()
  expect(reader.doc.getMap('session').size).toBeGreaterThan(0)
  reader.destroy()
  again.child.kill('SIGKILL')
  await again.ended
})
