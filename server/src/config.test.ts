import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const faultsOf = (env: Record<string, string>): readonly string[] => {
  const read = readConfig(env)
  return read.ok ? [] : read.error
}

describe('readConfig', () => {
  it('works without any setting, on every address', () => {
    const read = readConfig({})
    expect(read.ok && read.value).toMatchObject({ port: 4600, host: null, publicUrl: null, trustProxy: false, logLevel: 'warn' })
    expect(read.ok && read.value.dataDir.endsWith('/data')).toBe(true)
  })

  it('takes an empty setting for none', () => {
    expect(readConfig({ PORT: ' ', PUBLIC_URL: '' }).ok).toBe(true)
  })

  it('names every fault at once', () => {
    const env = { PORT: '70000', HOST: 'a b', PUBLIC_URL: 'ftp://x', TRUST_PROXY: 'maybe', LOG_LEVEL: 'loud', SECRET: 'x' }
    expect(faultsOf(env).map((fault) => fault.split(' ')[0])).toEqual(Object.keys(env))
  })

  it.each([
    ['true', true],
    ['1', 1],
    ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
  ])('reads TRUST_PROXY=%s', (text, trustProxy) => {
    const read = readConfig({ TRUST_PROXY: text })
    expect(read.ok && read.value.trustProxy).toEqual(trustProxy)
  })

  it('takes rehearsals off the server with REHEARSAL=off, and names any other word', () => {
    const read = readConfig({ REHEARSAL: 'off' })
    expect(read.ok && read.value.rehearsal).toBe(false)
    expect(faultsOf({ REHEARSAL: 'never' })).toEqual(['REHEARSAL must be on or off.'])
  })

  it('keeps the origin of PUBLIC_URL', () => {
    const read = readConfig({ PUBLIC_URL: 'https://vision.example.org/path' })
    expect(read.ok && read.value.publicUrl).toBe('https://vision.example.org')
  })
})
