import type { PersonId, SessionId } from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import { createTokens, TOKEN_LIFE } from './tokens.ts'

const key = new Uint8Array(32).fill(1)
const who = { session: 's' as SessionId, person: 'p' as PersonId, role: 'participant' } as const

describe('tokens', () => {
  it('say who, for an hour', () => {
    const tokens = createTokens(key)
    const { token, expires } = tokens.issue(who, 1000)
    expect(expires).toBe(1000 + TOKEN_LIFE)
    expect(tokens.verify(token, expires - 1)).toEqual({ ok: true, value: { ...who, expires } })
    expect(tokens.verify(token, expires)).toEqual({ ok: false, error: 'invalid' })
  })

  it('of another key, or changed in any letter, are none', () => {
    const tokens = createTokens(key)
    const { token } = tokens.issue(who, 0)
    expect(createTokens(new Uint8Array(32)).verify(token, 0).ok).toBe(false)
    for (let index = 0; index < token.length - 1; index++) {
      const changed = `${token.slice(0, index)}${token[index] === 'A' ? 'B' : 'A'}${token.slice(index + 1)}`
      expect(tokens.verify(changed, 0).ok).toBe(false)
    }
  })
})
