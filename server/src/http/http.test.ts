import { describe, expect, it } from 'vitest'
import { isOwnOrigin } from './origin.ts'
import { createLimiter } from './rate-limits.ts'
import { contentPolicy } from './security-headers.ts'

describe('createLimiter', () => {
  it('lets a burst through, then as much as its rate, for each key alone', () => {
    let now = 0
    const may = createLimiter({ perMinute: 60 }, () => now)
    expect(Array.from({ length: 61 }, () => may('a')).filter(Boolean)).toHaveLength(60)
    expect(may('b')).toBe(true)
    now += 2000
    expect([may('a'), may('a'), may('a')]).toEqual([true, true, false])
  })

  it('tries while refused do not put off the end of the wait', () => {
    let now = 0
    const may = createLimiter({ perMinute: 60 }, () => now)
    for (let tries = 0; tries < 1000; tries++) may('a')
    now += 1000
    expect(may('a')).toBe(true)
  })
})

describe('isOwnOrigin', () => {
  it.each([
    ['no browser', undefined, 'host:1', true],
    ['the same host', 'http://host:1', 'host:1', true],
    ['the same host behind TLS', 'https://HOST', 'host', true],
    ['the public address', 'https://vision.example.org', '10.0.0.1:4600', true],
    ['another port', 'http://host:2', 'host:1', false],
    ['another site', 'https://evil.example', 'host', false],
    ['a file', 'null', 'host', false],
  ])('%s', (_what, origin, host, own) => {
    expect(isOwnOrigin(origin, host, 'https://vision.example.org')).toBe(own)
  })
})

describe('contentPolicy', () => {
  it('lets pages reach their own host and no other', () => {
    const policy = contentPolicy('vision.example.org:4600')
    expect(policy).toContain("connect-src 'self' ws://vision.example.org:4600 wss://vision.example.org:4600;")
    expect(policy).toMatch(/^default-src 'self';/)
    expect(policy).not.toMatch(/unsafe-eval|\*|https:/)
  })

  it('takes no directive from a host name', () => {
    expect(contentPolicy("x; script-src 'unsafe-eval'")).toContain("connect-src 'self';")
  })
})
