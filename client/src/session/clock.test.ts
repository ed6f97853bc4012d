import { describe, expect, it } from 'vitest'
import { createServerClock } from './clock.ts'

describe('the server clock', () => {
  it('assumes that the server read its clock halfway through the round trip', () => {
    const clock = createServerClock()
    clock.learn(10_050, 1000, 1100)
    expect(clock.offset()).toBe(9000)
  })

  it('prefers the quickest answer', () => {
    const clock = createServerClock()
    clock.learn(10_010, 1000, 1020)
    clock.learn(12_400, 2000, 4000)
    expect(clock.offset()).toBe(9000)
  })

  it('follows when the device set its clock', () => {
    const clock = createServerClock()
    clock.learn(10_010, 1000, 1020)
    clock.learn(20_000, 900_000, 900_100)
    expect(clock.offset()).toBe(20_000 - 900_050)
  })
})
