import { addDeskNote, boardView, stageRoots, type NoteId, type StepKind } from '@groundswell/shared'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { draw, exampleRoom, type Screen } from '../plc/testing.tsx'
import { DisplayPage } from './DisplayPage.tsx'

let drawn: Screen | null = null
afterEach(async () => {
  await drawn?.close()
  drawn = null
})

const facts = { votes: [], agreements: [], reactions: [], flags: [], done: false, links: null, code: 'K7M4TX' }

async function show(step: StepKind, change: (stage: ReturnType<typeof stageRoots>['session']) => void = () => {}) {
  const room = exampleRoom({ member: null, step, role: 'display', right: 'read', facts })
  change(stageRoots(room.session.docOf({ kind: 'stage' })).session)
  drawn = await draw(room.session, <DisplayPage />)
  return { ...room, screen: drawn }
}

describe('the shared screen', () => {
  it.each(['welcome', 'write', 'together', 'group', 'vote', 'choose', 'plcs', 'goal'] as const)(
    'keeps the way in in sight: %s',
    async (step) => {
      const { screen } = await show(step)
      expect(screen.text()).toContain('K7M-4TX')
      expect(screen.page.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe('QR code to join')
    },
  )

  it('takes the code away while nobody new may join', async () => {
    const { screen } = await show('welcome', (stage) => stage.set('codeLocked', true))
    expect(screen.text()).not.toContain('K7M-4TX')
  })

  it('shows a writing step as its question and counts, without a note or a name', async () => {
    const { screen, session, file } = await show('write', (stage) => {
      stage.set('room', { here: 52 })
      stage.set('writing', {
        current: { notes: 143, writers: 49, revealed: false },
        ideal: { notes: 0, writers: 0, revealed: false },
      })
    })
    addDeskNote(session.docOf({ kind: 'desk', person: session.seat.person }), {
      id: 'n' as NoteId,
      horizon: 'current',
      text: 'private words',
    })
    expect(screen.text()).toContain('143 ideas')
    expect(screen.text()).not.toContain('private words')
    for (const person of file.people) expect(screen.text()).not.toContain(person.name)
  })

  it('shows a running vote as its turnout alone', async () => {
    const { screen, session } = await show('vote', (stage) =>
      stage.set('vote', { state: 'open', budget: 3, turnout: 4, voters: 12 }),
    )
    expect(screen.text()).toContain('4 of 12')
    for (const cluster of boardView(session.docOf({ kind: 'board' })).clusters.values())
      expect(screen.text()).not.toContain(cluster.title)
  })

  it('has nothing to press but the sound', async () => {
    const { screen } = await show('choose')
    const controls = [...screen.page.querySelectorAll('button, a, input, textarea, select')]
    expect(controls.map((control) => control.textContent)).toEqual(['Sound on'])
  })

  it('leaves for the next page what would be cut off', async () => {
    const lines = (element: Element) => element.querySelectorAll(':scope > li').length
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
      return lines(this) * 100
    })
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400)
    const { screen } = await show('together')
    const lists = [...screen.page.querySelectorAll('ul')].map(lines)
    expect(Math.max(...lists)).toBeLessThanOrEqual(4)
    expect(screen.text()).toMatch(/1 of \d+/)
    vi.restoreAllMocks()
  })

  it('calls out a theme without a PLC while they form, and not later', async () => {
    const untaken = async (step: StepKind) => {
      const room = exampleRoom({ member: null, step, role: 'display', right: 'read', facts })
      const { plcs } = stageRoots(room.session.docOf({ kind: 'stage' }))
      for (const [id, plc] of plcs) plcs.set(id, { ...(plc as object), theme: room.file.themes[0]?.id })
      drawn = await draw(room.session, <DisplayPage />)
      return drawn.text()
    }
    expect(await untaken('plcs')).toContain('These themes have no PLC yet')
    await drawn?.close()
    expect(await untaken('goal')).not.toContain('no PLC yet')
  })
})
