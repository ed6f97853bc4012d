import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../lib/log.ts'
import { handleErrors } from './errors.ts'
import { isOwnOrigin } from './origin.ts'
import { createLimiter, limitDoor } from './rate-limits.ts'
import { contentPolicy } from './security-headers.ts'

describe('createLimiter', () => {
  it('lets a burst through, then as much as its rate, for each key alone', () => {
    let now = 0
    const limiter = createLimiter({ perMinute: 60 }, () => now)
    expect(Array.from({ length: 61 }, () => limiter.take('a')).filter(Boolean)).toHaveLength(60)
    expect(limiter.take('b')).toBe(true)
    now += 2000
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([true, true, false])
  })

  it('tries while refused do not put off the end of the wait', () => {
    let now = 0
    const limiter = createLimiter({ perMinute: 60 }, () => now)
    for (let tries = 0; tries < 1000; tries++) limiter.take('a')
    now += 1000
    expect(limiter.take('a')).toBe(true)
  })
})

describe('limitDoor', () => {
  /** A door that answers with the status asked for. */
  const door = async (onlyFailures: boolean) => {
    const limit = limitDoor({ each: { perMinute: 3 }, all: { perMinute: 100 }, onlyFailures }, () => 0)
    const app = express().get('/:status', limit, (request, response) => void response.sendStatus(Number(request.params.status)))
    app.use(handleErrors(silentLog))
    const server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const statuses: number[] = []
    for (const wanted of [200, 200, 404, 404, 404, 404]) statuses.push((await fetch(`${url}/${wanted}`)).status)
    server.closeAllConnections()
    server.close()
    return statuses
  }

  it('counts every try, or only those that were refused', async () => {
    expect(await door(false)).toEqual([200, 200, 404, 429, 429, 429])
    expect(await door(true)).toEqual([200, 200, 404, 404, 404, 429])
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
