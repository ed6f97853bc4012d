import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientFiles } from './client-files.ts'

let folder: string
let server: Server
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>Groundswell</title>')
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), 'let words = "hello"\n'.repeat(500))
  writeFileSync(join(folder, 'assets', 'font-abc123.woff2'), 'font')
  writeFileSync(join(folder, '..', 'outside.js'), 'secret')
  server = createServer(express().use(clientFiles(folder)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
  rmSync(join(folder, '..', 'outside.js'))
})

const get = (path: string, encoding = 'gzip') => fetch(url + path, { headers: { 'accept-encoding': encoding } })

describe('the client', () => {
  it('comes compressed and for ever where its name holds a hash', async () => {
    const script = await get('/assets/main-abc123.js')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect([script.headers.get('content-encoding'), (await script.text()).length]).toEqual(['gzip', 10_000])
    const font = await get('/assets/font-abc123.woff2')
    expect([font.headers.get('content-encoding'), font.headers.get('cache-control')]).toEqual([
      null,
      'public, max-age=31536000, immutable',
    ])
    expect((await get('/assets/main-abc123.js', 'identity')).headers.get('content-encoding')).toBeNull()
  })

  it.each(['/', '/join/K7M-4TX', '/session/abc'])('%s is the page, asked for anew each time', async (path) => {
    const page = await get(path, 'br')
    expect([page.status, page.headers.get('cache-control'), page.headers.get('content-encoding')]).toEqual([
      200,
      'no-cache',
      'br',
    ])
    expect(await page.text()).toContain('<title>')
  })

  it.each(['/assets/gone.js', '/gone.png', '/..%2foutside.js', '/assets/../../outside.js', '/sync/x'])(
    '%s is nothing',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )
})
