import { stageRoots, type ThemeId } from '@groundswell/shared'
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { draw, exampleRoom, type Screen } from '../../plc/testing.tsx'
import { ThemeEditor } from './ThemeEditor.tsx'

let drawn: Screen | null = null
afterEach(async () => {
  await drawn?.close()
  drawn = null
})

it('two who promote one cluster at once: the second is told in the form, and no word of theirs is lost', async () => {
  const { session, file } = exampleRoom({
    member: 'coach',
    step: 'choose',
    command: async (command) => ({ ok: true, value: { type: command.type } as never }),
  })
  const theme = file.themes[0]!
  const stage = session.docOf({ kind: 'stage' })
  await act(async () => stageRoots(stage).themes.clear())
  const cluster = { id: theme.cluster, title: 'Creators', focus: 'student_outcome' } as const
  let closed = false
  drawn = await draw(session, <ThemeEditor draft={{ kind: 'new', cluster }} onClose={() => (closed = true)} />)
  await drawn.type('Title of the theme', 'Students as makers')
  await act(async () => stageRoots(stage).themes.set('theirs', { ...theme, id: 'theirs' as ThemeId }))
  expect(document.body.textContent).toContain(`Someone else has just made this cluster the theme “${theme.title}”`)
  expect((drawn.control('Title of the theme') as HTMLInputElement).value).toBe('Students as makers')
  await drawn.press('Put my words into it')
  expect(session.sent).toMatchObject([{ type: 'theme.edit', theme: 'theirs', title: 'Students as makers' }])
  expect(closed).toBe(true)
})
