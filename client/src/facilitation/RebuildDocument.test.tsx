import { err, ok, type Command } from '@groundswell/shared'
import { afterEach, expect, it } from 'vitest'
import { draw, type Screen } from '../plc/testing.tsx'
import { fakeSession } from '../session/testing.tsx'
import { RebuildDocument } from './RebuildDocument.tsx'

let drawn: Screen | null = null
afterEach(() => drawn?.close())

it('P37 asks for the document that is looked at, and says when it is done; a refusal leaves the question open', async () => {
  let refuses = true
  const command = async ({ type }: Command) =>
    refuses || type !== 'document.rebuild' ? err('unavailable' as const) : ok({ ok: true as const, type })
  const session = fakeSession({ role: 'facilitator', command })
  let closed = 0
  drawn = await draw(session, <RebuildDocument document="board" onDone={() => closed++} />)
  await drawn.press('Make it lighter')
  expect(closed).toBe(0)
  refuses = false
  await drawn.press('Make it lighter')
  expect(closed).toBe(1)
  expect(session.sent.at(-1)).toEqual({ type: 'document.rebuild', document: 'board' })
})
