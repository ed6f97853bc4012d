import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { connectPeer, type Peer } from '../support/peer.ts'
import { found } from '../support/stock-client-example.ts'
import { until } from '../support/wait.ts'

const KILLS = Number(process.env['KILLS'] ?? (process.env['LONG'] ? 1000 : 30))
const WRITERS = 4

const folder = mkdtempSync(join(tmpdir(), 'groundswell-kill-'))
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Running {
  readonly child: ChildProcess
  readonly port: number
}

/** Starts a Node process and waits for the port in the first line it prints. */
async function start(entry: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Running> {
  const file = fileURLToPath(new URL(entry, import.meta.url))
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()))
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)))
  })
  return { child, port: Number(/(\d+)\s*$/.exec(line.split('\n')[0] ?? '')?.[1]) }
}

/** The relay alone, folding its logs all the time, so that kills fall into compactions. */
const startRelay = (): Promise<Running> => start('../support/relay-process.ts', [join(folder, 'relay.db')], {})

/** The whole server as it is shipped. */
const startServer = (): Promise<Running> =>
  start('../../server/src/main.ts', [], { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') })

const kill = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => {
      running.delete(child)
      resolve()
    })
    child.kill('SIGKILL')
  })

/** Writes until it is told to stop, and keeps what the relay said is on disk. */
async function writeOn(peer: Peer, writer: number, round: number, acked: Set<string>): Promise<void> {
  for (let count = 0; ; count++) {
    const key = `${round}.${writer}.${count}`
    peer.doc.getMap('edits').set(key, 'x'.repeat(20))
    try {
      await peer.saved()
    } catch {
      return
    }
    acked.add(key)
  }
}

/** Which of these edits are not there after a start. */
async function missingAt(peer: Peer | undefined, keys: readonly string[]): Promise<readonly string[]> {
  await peer?.synced()
  const stored = peer?.doc.getMap('edits')
  return keys.filter((key) => stored?.has(key) !== true)
}

interface Target {
  readonly start: () => Promise<Running>
  readonly document: string
  readonly token: string
}

/** Kills the process again and again in the middle of writing; answers how many edits were acknowledged, and which are lost. */
async function killOften(target: Target, kills: number): Promise<{ readonly acked: number; readonly lost: readonly string[] }> {
  const acked = new Set<string>()
  const connect = (port: number): Peer => connectPeer({ url: `ws://127.0.0.1:${port}/sync`, ...target })
  for (let round = 0; round < kills; round++) {
    const { child, port } = await target.start()
    const peers = Array.from({ length: WRITERS }, () => connect(port))
    const missing = await missingAt(peers[0], [...acked])
    if (missing.length > 0) return { acked: acked.size, lost: missing }
    const enough = acked.size + 10 + (round % 40)
    const writing = peers.map((peer, writer) => writeOn(peer, writer, round, acked))
    await until('some acknowledged edits', () => acked.size >= enough, 180_000)
    await kill(child)
    for (const peer of peers) peer.destroy()
    await Promise.all(writing)
  }
  const { child, port } = await target.start()
  const reader = connect(port)
  const lost = await missingAt(reader, [...acked])
  reader.destroy()
  await kill(child)
  return { acked: acked.size, lost }
}

test(`P30 P33 the relay loses no acknowledged edit in ${KILLS} kills`, { timeout: KILLS * 5_000 }, async () => {
  const { acked, lost } = await killOften({ start: startRelay, document: 'session/board~1', token: 'writer:write' }, KILLS)
  console.info(`relay: ${KILLS} kills, ${acked} acknowledged edits, ${lost.length} lost`)
  expect(acked).toBeGreaterThan(KILLS * 10)
  expect(lost).toEqual([])
})

test(`P30 the server loses no acknowledged edit in ${KILLS / 2} kills`, { timeout: KILLS * 5_000 }, async () => {
  const first = await startServer()
  const { seat } = await found(`http://127.0.0.1:${first.port}`)
  await kill(first.child)
  const target = { start: startServer, document: `${seat.session}/board~1`, token: seat.token }
  const { acked, lost } = await killOften(target, KILLS / 2)
  console.info(`server: ${KILLS / 2} kills, ${acked} acknowledged edits, ${lost.length} lost`)
  expect(acked).toBeGreaterThan(KILLS * 5)
  expect(lost).toEqual([])
})
