import { afterEach, expect, test, vi } from 'vitest'
import type { SessionHandle } from '../session/index.ts'
import { fetchVersions } from './fetch-versions.ts'

const session = { id: 's1', token: () => 'secret' } as unknown as SessionHandle

afterEach(() => vi.unstubAllGlobals())

const answering = (answer: () => Response | Promise<Response>) => {
  const asked = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async () => answer())
  vi.stubGlobal('fetch', asked)
  return asked
}

test('asks for one document and reads what is a version, in the order of the answer', async () => {
  const good = { id: 2, at: 1_000, reason: 'before-reveal' }
  const bad = [null, 'x', { id: 'x', at: 1, reason: 'timed' }, { id: 1, at: 1, reason: 'unheard of' }]
  const asked = answering(() => Response.json({ versions: [good, ...bad, { ...good, id: 1 }] }))
  expect(await fetchVersions(session, 'plc:p1')).toEqual([good, { ...good, id: 1 }])
  const [address, init] = asked.mock.calls[0] ?? []
  expect(address).toBe('/api/sessions/s1/versions?document=plc%3Ap1')
  expect(init?.headers).toEqual({ authorization: 'Bearer secret' })
})

test('an answer that did not arrive, or is none, is told apart from having no versions', async () => {
  answering(() => Response.json({ versions: [] }))
  expect(await fetchVersions(session, 'board')).toEqual([])
  for (const answer of [
    () => Response.json({}),
    () => new Response('<html>', { status: 200 }),
    () => Response.json({ error: { code: 'forbidden' } }, { status: 403 }),
    () => Promise.reject(new TypeError('offline')),
  ]) {
    answering(answer)
    expect(await fetchVersions(session, 'board')).toBeNull()
  }
})
