import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseTheme, currentTheme, followSystem, showTheme } from './theme.ts'

const shown = () => document.documentElement.dataset['theme']

/** The system's setting, as a device would change it at dusk. */
function fakeSystem(dark: boolean) {
  const listeners = new Set<() => void>()
  const query = {
    matches: dark,
    addEventListener: (_kind: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_kind: string, listener: () => void) => listeners.delete(listener),
  }
  vi.stubGlobal('matchMedia', () => query)
  return (next: boolean) => {
    query.matches = next
    for (const listener of listeners) listener()
  }
}

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.unstubAllGlobals()
  delete document.documentElement.dataset['theme']
})

describe('light and dark', () => {
  it('is as the system is, and goes along with it', () => {
    const turn = fakeSystem(true)
    showTheme(currentTheme())
    const stop = followSystem()
    expect(shown()).toBe('dark')
    turn(false)
    expect(shown()).toBe('light')
    stop()
    turn(true)
    expect(shown()).toBe('light')
  })

  it('is what the device chose, whatever the system says', () => {
    const turn = fakeSystem(false)
    const stop = followSystem()
    chooseTheme('dark')
    turn(false)
    expect([shown(), currentTheme()]).toEqual(['dark', 'dark'])
    chooseTheme('system')
    expect(shown()).toBe('light')
    stop()
  })
})
