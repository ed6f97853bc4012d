import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import { createServerClock } from './clock.ts'

const apiWith = (answer: () => Promise<Response>) => {
  const clock = createServerClock()
  const asked: { readonly url: string; readonly init: RequestInit | undefined }[] = []
  const fake: typeof fetch = (input, init) => {
    asked.push({ url: typeof input === 'string' ? input : '', init })
    return answer()
  }
  return { api: createApi({ fetch: fake, clock, base: '/api' }), clock, asked }
}
const json =
  (value: unknown, status = 200) =>
  () =>
    Promise.resolve(new Response(JSON.stringify(value), { status }))

describe('requests', () => {
  it('give the value of a good answer', async () => {
    const { api, asked } = apiWith(json({ title: 'Vision' }))
    expect(await api.findCode('K7M4TX')).toEqual({ ok: true, value: { title: 'Vision' } })
    expect(asked[0]?.url).toBe('/api/codes/K7M4TX')
  })

  it('give the code of a refusal', async () => {
    const { api } = apiWith(json({ error: { code: 'code_locked', message: '' } }, 403))
    expect(await api.findCode('K7M4TX')).toEqual({ ok: false, error: 'code_locked' })
  })

  it('never throw: no network, a gateway page and an unknown code each become a code with a sentence', async () => {
    const down = apiWith(() => Promise.reject(new TypeError('network')))
    expect(await down.api.config()).toEqual({ ok: false, error: 'unavailable' })
    const gateway = apiWith(() => Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 })))
    expect(await gateway.api.config()).toEqual({ ok: false, error: 'unavailable' })
    const portal = apiWith(() => Promise.resolve(new Response('<html>Log in to the guest network</html>')))
    expect(await portal.api.config()).toEqual({ ok: false, error: 'unavailable' })
    const strange = apiWith(json({ error: { code: 'teapot' } }, 401))
    expect(await strange.api.config()).toEqual({ ok: false, error: 'unauthorized' })
  })

  it("learn the server's time from a seat", async () => {
    const { api, clock } = apiWith(json({ now: Date.now() + 60_000 }))
    await api.openDisplay('secret')
    expect(Math.round(clock.offset() / 1000)).toBe(60)
  })
})
