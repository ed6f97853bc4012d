import { agendaFrom } from '@groundswell/shared'
import type { Command, FacilitatorSeat, NoteId, PersonId, SessionFile, StepId } from '@groundswell/shared'
import { expect } from '@playwright/test'
import type { Device, Room, Seat } from '../support/fixtures.ts'

/** The steps of the agenda "Full cohort", by what happens in them. */
const STEPS = {
  welcome: 's1',
  writeToday: 's2',
  readToday: 's3',
  writeIdeal: 's4',
  readIdeal: 's5',
  group: 's6',
  name: 's7',
  vote: 's8',
  choose: 's9',
  plcs: 's10',
  goal: 's11',
  plan: 's12',
  commit: 's13',
  checkIn: 's14',
} as const
export type StepName = keyof typeof STEPS
const PLACE_WORDS = {
  en: (n: number, total: number) => `step ${n} of ${total}`,
  es: (n: number, total: number) => `paso ${n} de ${total}`,
} as const

/** `step 6 of 18`: where a step stands in the agenda. */
export function placeWords(step: StepName, language: keyof typeof PLACE_WORDS = 'en'): string {
  const agenda = agendaFrom('cohort')
  return PLACE_WORDS[language](agenda.findIndex(({ id }) => id === STEPS[step]) + 1, agenda.length)
}

export const STEP_NAMES = Object.keys(STEPS) as readonly StepName[]

/** A session made without clicking, for tests about something else. */
export interface Given {
  /** The facilitator's device, in the session. */
  readonly coach: Seat
  readonly links: FacilitatorSeat['links']
  readonly seat: FacilitatorSeat['seat']
  /** Does an act as the facilitator; a refusal fails the test. */
  readonly act: (command: Command) => Promise<void>
  readonly go: (step: StepName) => Promise<void>
  /** Puts a note on the board; the step has to allow it. */
  readonly addNote: (horizon: 'current' | 'ideal', text: string) => Promise<void>
}

const SESSION = {
  title: 'Learning with technology',
  district: 'Maple Fork',
  targetYear: 2029,
  questions: { current: 'What is true today?', ideal: 'It is 2029 and it worked. What do you see?' },
  naming: 'no_names',
  template: 'cohort',
  language: 'en',
  facilitator: { name: 'Avery Quinn', jobRole: 'technology_coach' },
} as const

async function post<T>(url: string, body: unknown, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await answer.text()
  expect(answer.ok, `${url} answered ${text}`).toBe(true)
  return JSON.parse(text) as T
}

async function enter(room: Room, { seat, links }: FacilitatorSeat, device: Device): Promise<Given> {
  const coach = await room.open(device, links.recovery)
  await coach.page.waitForURL(/\/s\/[^/]+$/)
  await expect(coach.page.getByText(/step \d+ of/)).toBeVisible()
  let acts = 0
  const commands = `${room.server.url}/api/sessions/${seat.session}/commands`
  const act = async (command: Command): Promise<void> =>
    void (await post(commands, { id: `given-${++acts}`, command }, seat.token))
  return {
    coach,
    links,
    seat,
    act,
    go: (step) => act({ type: 'step.go', to: STEPS[step] as StepId }),
    addNote: (horizon, text) => act({ type: 'note.add', note: `given-note-${++acts}` as NoteId, horizon, text }),
  }
}

/** A new session with its facilitator in it. */
export async function givenSession(
  room: Room,
  changes: { readonly naming?: 'named' | 'no_names' } = {},
  device: Device = 'laptop',
): Promise<Given> {
  return enter(room, await post(`${room.server.url}/api/sessions`, { ...SESSION, ...changes }), device)
}

/** The example session with its facilitator in it: everything is there, up to the plans. */
export async function givenExample(room: Room, device: Device = 'laptop'): Promise<Given> {
  return enter(room, await post(`${room.server.url}/api/sessions/example`, {}), device)
}

/** A session read from a file, with a new facilitator in it. */
export async function givenFile(room: Room, file: SessionFile, device: Device = 'laptop'): Promise<Given> {
  return enter(room, await post(`${room.server.url}/api/sessions/import`, file), device)
}

/** Who this device is in its session, as the device itself remembers it. */
export const personOf = (seat: Seat): Promise<PersonId> =>
  seat.page.evaluate(() => {
    const key = `groundswell.seat.${location.pathname.split('/')[2] ?? ''}`
    return (JSON.parse(localStorage.getItem(key) ?? '{}') as { readonly seat: { readonly person: PersonId } }).seat.person
  })
