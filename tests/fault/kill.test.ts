import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { connectPeer, type Peer } from '../support/peer.ts'
import { until } from '../support/wait.ts'

const KILLS = process.env['LONG'] ? 1000 : 25
const WRITERS = 4
const ENTRY = join(dirname(fileURLToPath(import.meta.url)), '../support/relay-process.ts')

const folder = mkdtempSync(join(tmpdir(), 'groundswell-kill-'))
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(port: number): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = spawn(process.execPath, [ENTRY, join(folder, 'data.db'), String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString()))
    child.once('exit', (code) => reject(new Error(`the relay ended with ${code}`)))
  })
  return { child, port: Number(line) }
}

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

test(`P30 no acknowledged edit is lost in ${KILLS} kills`, { timeout: KILLS * 3_000 }, async () => {
  const acked = new Set<string>()
  let { child, port } = await start(0)
  for (let round = 0; round < KILLS; round++) {
    const peers = Array.from({ length: WRITERS }, (_, writer) =>
      connectPeer({ url: `ws://127.0.0.1:${port}/sync`, document: `session/board~1`, token: `w${writer}:write` }),
    )
    const before = acked.size
    const writing = peers.map((peer, writer) => writeOn(peer, writer, round, acked))
    const enough = before + 10 + (round % 40)
    await until('some acknowledged edits', () => acked.size >= enough)
    await kill(child)
    for (const peer of peers) peer.destroy()
    await Promise.all(writing)
    ;({ child, port } = await start(0))
  }
  const reader = connectPeer({ url: `ws://127.0.0.1:${port}/sync`, document: `session/board~1`, token: 'reader:read' })
  await reader.synced()
  const stored = reader.doc.getMap('edits')
  const lost = [...acked].filter((key) => !stored.has(key))
  reader.destroy()
  await kill(child)
  console.info(`${KILLS} kills, ${acked.size} acknowledged edits, ${lost.length} lost`)
  expect(acked.size).toBeGreaterThan(KILLS * 10)
  expect(lost).toEqual([])
})
