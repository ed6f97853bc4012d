import {
  exampleSession,
  fillBoard,
  fillPlc,
  fillStage,
  plcView,
  type PersonId,
  type PlcId,
  type PlcView,
  type SessionFile,
  type StepKind,
} from '@groundswell/shared'
import data from '@groundswell/shared/example-session.json' with { type: 'json' }
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from '../i18n/index.ts'
import { fakeSession, FakeSessionProvider, type FakeSession, type FakeSessionOptions } from '../session/testing.tsx'

export interface ExampleRoom {
  readonly session: FakeSession
  readonly file: SessionFile
  readonly plc: PlcId
  readonly members: readonly PersonId[]
  /** The PLC's document as it is read now. */
  readonly view: () => PlcView
}

export interface ExampleOptions extends Omit<FakeSessionOptions, 'person'> {
  /** Which member of the first PLC this device is, or the session's coach; null is a guest. */
  readonly member?: number | 'coach' | null
  readonly step?: StepKind
  /** Leaves the PLC's document as new, without goal and plans. */
  readonly empty?: boolean
}

/** The example session as one of its people has it on their device. */
export function exampleRoom({ member = 0, step = 'goal', empty = false, ...options }: ExampleOptions = {}): ExampleRoom {
  const file = exampleSession(data, Date.UTC(2026, 10, 24))
  const first = file.plcs[0]
  if (first === undefined) throw new Error('the example has PLCs')
  const coach = file.people.find((each) => each.role === 'facilitator')
  const person = member === null ? 'guest' : ((member === 'coach' ? coach?.id : first.members[member]) ?? 'guest')
  const session = fakeSession({
    person,
    role: member === 'coach' ? 'facilitator' : 'participant',
    right: member === null ? 'read' : 'write',
    ...options,
  })
  const to = file.session.agenda.find((each) => each.kind === step)
  fillStage(session.docOf({ kind: 'stage' }), file, to === undefined ? {} : { facts: { step: to.id } })
  fillBoard(session.docOf({ kind: 'board' }), file)
  const doc = session.docOf({ kind: 'plc', plc: first.id })
  if (empty) fillPlc(doc, { ...file, plcs: [] }, first.id)
  else fillPlc(doc, file, first.id)
  return { session, file, plc: first.id, members: first.members, view: () => plcView(doc) }
}

export interface Screen {
  readonly page: HTMLElement
  readonly text: () => string
  /** The first control with this name, by label, `aria-label` or own words; fails when there is none. */
  readonly control: (name: string) => HTMLElement
  readonly has: (name: string) => boolean
  readonly press: (name: string) => Promise<void>
  readonly type: (name: string, text: string) => Promise<void>
  readonly close: () => Promise<void>
}

const CONTROLS = 'button, a, input, textarea, select, summary'

/** The name a person or a screen reader knows a control by. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const { id } = element
  const tied = id === '' ? null : element.ownerDocument.querySelector(`label[for='${id}']`)
  return (tied ?? element.closest('label') ?? element).textContent.trim()
}

const setValue = (element: HTMLElement, value: string): void => {
  const prototype =
    element instanceof HTMLTextAreaElement
      ? HTMLTextAreaElement.prototype
      : element instanceof HTMLSelectElement
        ? HTMLSelectElement.prototype
        : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value)
}

/** Draws a screen in English and gives hands to use it by the names of its controls. */
export async function draw(session: FakeSession, screen: ReactNode): Promise<Screen> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  await startI18n('en')
  const page = document.createElement('div')
  document.body.append(page)
  const root = createRoot(page)
  await act(async () => root.render(<FakeSessionProvider session={session}>{screen}</FakeSessionProvider>))
  const find = (name: string): HTMLElement | undefined =>
    [...document.body.querySelectorAll<HTMLElement>(CONTROLS)].find((element) => nameOf(element) === name)
  const control = (name: string): HTMLElement => {
    const found = find(name)
    if (found === undefined) throw new Error(`no control is named "${name}"`)
    return found
  }
  return {
    page,
    text: () => page.textContent,
    control,
    has: (name) => find(name) !== undefined,
    press: (name) => act(async () => control(name).click()),
    type: (name, text) =>
      act(async () => {
        const element = control(name)
        setValue(element, text)
        element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
      }),
    close: async () => {
      await act(async () => root.unmount())
      page.remove()
    },
  }
}
