import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { found } from '../support/stock-client-example.ts'
import { killOften, type Moment, type Target, type Toll } from './support/kill-often.ts'
import { startVictim, sweepVictims } from './support/victim.ts'

const KILLS = Number(process.env['KILLS'] ?? (process.env['LONG'] ? 1000 : 100))
/** The whole server takes twice as long to start; what it adds to the relay is little. */
const OF_RELAY = Math.ceil((KILLS * 2) / 3)
const OF_SERVER = KILLS - OF_RELAY

/** A folder on a file system of a few MiB that nothing else uses: then the whole server is killed on a full disk, too. */
const SMALL_DISK = process.env['SMALL_DISK']

const folder = mkdtempSync(join(SMALL_DISK ?? tmpdir(), 'groundswell-kill-'))

afterAll(() => {
  sweepVictims()
  rmSync(folder, { recursive: true, force: true })
})

let places = 0
/** Folding its logs all the time, so that kills can be aimed at compactions. */
const relay: Target = {
  start: (moment) => startVictim('../../support/relay-process.ts', [join(folder, 'relay.db'), moment], {}),
  newPlace: () => Promise.resolve({ document: `session${places++}/board~1`, token: 'writer:write' }),
  fillDisk: (victim) => victim.tell('fill'),
}

const filler = join(folder, 'filler')
const PAGE = Buffer.alloc(4_096)
/** As it is shipped. */
const server: Target = {
  start: () => startVictim('../../../server/src/main.ts', [], { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') }),
  async newPlace(port) {
    const { seat } = await found(`http://127.0.0.1:${port}`)
    return { document: `${seat.session}/board~1`, token: seat.token }
  },
  fillDisk() {
    const file = openSync(filler, 'a')
    try {
      while (writeSync(file, PAGE) > 0);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    } finally {
      closeSync(file)
    }
  },
  freeDisk: () => rmSync(filler, { force: true }),
}

async function expectNothingLost(name: string, target: Target, kills: number, moments: readonly Moment[]): Promise<Toll> {
  const toll = await killOften(target, { kills, moments })
  const { writing, folding, full } = toll.killed
  console.info(
    `${name}: ${writing + folding + full} kills (${folding} while folding, ${full} on a full disk), ` +
      `${toll.acked} acknowledged edits, ${toll.lost.length} lost`,
  )
  expect(toll.lost).toEqual([])
  expect(writing + folding + full).toBe(kills)
  expect(toll.acked).toBeGreaterThan(kills * 10)
  return toll
}

const timeout = KILLS * 10_000

test(
  `P30 P31 P33 the relay loses no acknowledged edit in ${OF_RELAY} kills, many while it folds or its disk is full`,
  { timeout },
  async () => {
    const { killed } = await expectNothingLost('relay', relay, OF_RELAY, ['writing', 'folding', 'folding', 'full'])
    // Not vacuous: aimed at half of them, and some were faster than the signal.
    expect(killed.folding).toBeGreaterThan(OF_RELAY / 8)
    expect(killed.full).toBeGreaterThanOrEqual(Math.floor(OF_RELAY / 4))
  },
)

test(`P30 the server loses no acknowledged edit in ${OF_SERVER} kills`, { timeout }, async () => {
  await expectNothingLost('server', server, OF_SERVER, SMALL_DISK ? ['writing', 'full'] : ['writing'])
})
