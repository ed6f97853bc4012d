import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CHEAT, Simulation, type Step, type Tally } from '../support/simulation.ts'

const RUNS = process.env['LONG'] ? 10_000 : 300
const SEED = Number(process.env['SEED'] ?? 8_142_026)
const PEERS = 4

const peer = fc.nat({ max: PEERS - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ kind: fc.constant('edit' as const), peer, what: fc.nat({ max: 999 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('cut' as const), peer }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('connect' as const), peer }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stopReading' as const), peer }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read' as const), peer }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('partition' as const), peers: peer }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cheat' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fullDisk' as const), isFull: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat({ max: 4_000 }) }) },
)

/** The delays of a run, from its own seed: the same steps and seed make the same run. */
function makeRandom(seed: number): () => number {
  let state = seed | 1
  return () => {
    state = Math.imul(state ^ (state >>> 15), state | 1) ^ (state + 0x6d2b79f5)
    return (state >>> 0) / 2 ** 32
  }
}

const keysOf = (doc: Y.Doc): ReadonlySet<string> => new Set(doc.getMap('edits').keys())

/** Every acknowledged edit is on disk at this very moment. */
async function expectAckedStored(simulation: Simulation): Promise<void> {
  const stored = keysOf(await simulation.stored())
  for (const { doc, acked } of simulation.peers) {
    for (let number = 1; number <= acked; number++) expect(stored.has(`${doc.clientID}.${number}`)).toBe(true)
  }
}

async function expectConverged(simulation: Simulation): Promise<void> {
  const stored = await simulation.stored()
  const expected = { edits: stored.getMap('edits').toJSON(), text: stored.getText('text').toJSON() }
  for (const { doc, isSynced } of simulation.everyone) {
    expect(isSynced).toBe(true)
    expect(doc.store.pendingStructs).toBeNull()
    expect({ edits: doc.getMap('edits').toJSON(), text: doc.getText('text').toJSON() }).toEqual(expected)
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(stored))
  }
}

async function simulate(steps: readonly Step[], seed: number): Promise<Tally> {
  const simulation = new Simulation(PEERS, makeRandom(seed))
  // In pieces, so that what was acknowledged is looked for before, between and after crashes.
  for (let from = 0; from < steps.length; from += 20) {
    await simulation.run(steps.slice(from, from + 20))
    await expectAckedStored(simulation)
  }
  await simulation.heal()
  await expectAckedStored(simulation)
  await expectConverged(simulation)
  for (const { made, acked } of simulation.peers) expect(acked).toBe(made)
  expect(keysOf(await simulation.stored()).has(CHEAT)).toBe(false)
  simulation.crash()
  simulation.tally.acked = simulation.peers.reduce((sum, { acked }) => sum + acked, 0)
  simulation.close()
  return simulation.tally
}

const add = (sum: Tally, one: Tally): Tally =>
  Object.fromEntries(Object.entries(sum).map(([key, value]) => [key, value + one[key as keyof Tally]])) as unknown as Tally

describe('random peers over a bad network, with crashes and full disks', () => {
  it(
    `P6 P8 P30 P31 P33 ${RUNS} runs converge, keep every acknowledged edit, and let no reader write`,
    { timeout: RUNS * 1_000 },
    async () => {
      let total: Tally = { edits: 0, acked: 0, cuts: 0, crashes: 0, compactions: 0, fullDisks: 0, refused: 0 }
      const property = fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 120 }), fc.integer(), async (steps, seed) => {
        total = add(total, await simulate(steps, seed))
      })
      await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true })
      // Not vacuous: everything that can go wrong did, in most of the runs.
      for (const count of Object.values(total)) expect(count).toBeGreaterThan(RUNS / 4)
      expect(total.acked).toBe(total.edits)
    },
  )

  it('finds it when an acknowledgement comes before the store', async () => {
    const simulation = new Simulation(PEERS, makeRandom(1))
    await simulation.clock.advance(1_000)
    const [first] = simulation.peers
    first?.edit((doc) => void doc.getMap('edits').set('1.1', 1))
    if (first) first.acked = first.made
    await expect(expectAckedStored(simulation)).rejects.toThrow('expected false to be true')
    simulation.close()
  })
})
