import { afterEach, describe, expect, it } from 'vitest'
import type { StepKind } from '@groundswell/shared'
import { draw, exampleRoom, type Screen } from '../../plc/testing.tsx'
import { RoomsPanel } from './RoomsPanel.tsx'

let drawn: Screen | null = null
afterEach(() => drawn?.close())

/** The first card's terms, in their order. */
async function terms(step: StepKind): Promise<readonly (string | null)[]> {
  const { session } = exampleRoom({ member: 'coach', step })
  drawn = await draw(session, <RoomsPanel />)
  const card = drawn.page.querySelector('li:has(h3)')
  return [...(card?.querySelectorAll('dt') ?? [])].map(({ textContent }) => textContent)
}

describe('a room from outside', () => {
  it.each([
    ['goal', 'Goal'],
    ['plan', 'Steps'],
    ['commit', 'Agreement'],
    ['checkin', 'Next check-ins'],
  ] as const)('shows first what the step is about: %s', async (step, first) => {
    const shown = await terms(step)
    expect(shown[0]).toBe(first)
    expect(new Set(shown).size).toBe(shown.length)
  })

  it('names who has no step yet, and says how many have', async () => {
    const { session, file } = exampleRoom({ member: 'coach', step: 'plan' })
    drawn = await draw(session, <RoomsPanel />)
    expect(drawn.text()).toContain('4 of 4 have a step')
    const others = file.plcs.slice(1).length
    // Their documents are not on this device: nobody there has a step.
    expect(drawn.text().split('0 of 4 have a step').length - 1).toBe(others)
  })
})
