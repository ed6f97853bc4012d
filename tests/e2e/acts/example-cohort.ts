import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { exampleSession, type PersonId, type PlcFile, type SessionFile } from '@groundswell/shared'
import { call } from '../../privacy/support/http.ts'
import { createDevice, type Device } from '../../privacy/support/device.ts'
import { expect, type Room, type Seat } from '../support/fixtures.ts'
import { join } from './session.ts'
import { givenFile, personOf, type Given } from './set-up.ts'

const DATA = createRequire(import.meta.url).resolve('@groundswell/shared/example-session.json')
/** From this day on the example's first review is over, so that its dates are the ones written in the data. */
const AFTER_REVIEW = Date.UTC(2026, 10, 24)

const ROLE_WORDS = {
  technology_coach: 'Technology coach',
  building_leader: 'Building leader',
  support_specialist: 'Support specialist',
  trainer: 'Trainer',
} as const

/** A PLC of four: one writes at a real browser, three through the same doors with sockets of their own. */
export interface Team {
  /** What the example has for it: the words that are typed. */
  readonly words: PlcFile
  readonly scribe: Seat
  readonly others: readonly Device[]
  /** Who plays whom of the example. */
  readonly as: ReadonlyMap<PersonId, PersonId>
}

export interface Cohort extends Given {
  readonly teams: readonly Team[]
}

const readExample = async (): Promise<SessionFile> =>
  exampleSession(JSON.parse(await readFile(DATA, 'utf8')) as unknown, AFTER_REVIEW)

/** The example's board and three themes, and nothing that came of them: nobody there, no names promised, PLCs to be formed. */
function boardAlone(example: SessionFile): SessionFile {
  const plcs = example.session.agenda.find(({ kind }) => kind === 'plcs')
  if (plcs === undefined) throw new Error('the agenda has no step for PLCs')
  return {
    ...example,
    session: { ...example.session, naming: 'no_names', step: plcs.id },
    people: [],
    notes: example.notes.map((note) => ({ ...note, author: null })),
    plcs: [],
  }
}

async function gatherTeam(room: Room, given: Given, example: SessionFile, words: PlcFile): Promise<Team> {
  const [first, ...rest] = words.members.map((id) => {
    const person = example.people.find((each) => each.id === id)
    if (person === undefined) throw new Error(`nobody in the example is ${id}`)
    return person
  })
  if (first === undefined) throw new Error('a PLC of nobody')
  const role = ROLE_WORDS[first.jobRole as keyof typeof ROLE_WORDS]
  const scribe = await join(room, 'laptop', given.links.join, first.name, role)
  const as = new Map([[first.id, await personOf(scribe)]])
  const others: Device[] = []
  for (const { id, name, jobRole } of rest) {
    const body = { code: given.links.code, name, jobRole, device: 'person', heads: 1 }
    const { body: seat } = await call(room.server.url, 'POST', `/api/sessions/${given.seat.session}/join`, body)
    const device = createDevice(room.server.url, seat as Device['seat'])
    others.push(device)
    as.set(id, device.seat.person)
  }
  expect(as.size).toBe(words.members.length)
  return { words, scribe, others, as }
}

/** Twelve people and their facilitator, at the step in which PLCs are formed. */
export async function givenCohort(room: Room): Promise<Cohort> {
  // Each provider waits for the end of this process, and there are two dozen.
  process.setMaxListeners(100)
  const example = await readExample()
  const given = await givenFile(room, boardAlone(example))
  const teams: Team[] = []
  for (const words of example.plcs) teams.push(await gatherTeam(room, given, example, words))
  return { ...given, teams }
}
