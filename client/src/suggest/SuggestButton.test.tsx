import { renameCluster, type ClusterId, type NoteId } from '@groundswell/shared'
import { suggestClusters, suggestGroups } from '@groundswell/shared/suggest'
import { aBoard, asId } from '@groundswell/shared/testing'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ClusterPicker } from '../list/ClusterPicker.tsx'
import { useBoardActs } from '../list/index.ts'
import { draw, type Screen } from '../plc/testing.tsx'
import { useBoard } from '../session/index.ts'
import { fakeSession } from '../session/testing.tsx'
import type { Answer, Ask } from './ask.ts'
import { SuggestButton } from './index.ts'

/** The worker's own work, on this thread. */
class WorkerHere {
  heard: ((event: { readonly data: Answer }) => void) | null = null
  addEventListener(kind: string, listener: (event: { readonly data: Answer }) => void) {
    if (kind === 'message') this.heard = listener
  }
  terminate() {}
  postMessage(asked: Ask) {
    const { ask } = asked
    const data: Answer =
      asked.about === 'groups'
        ? { ask, about: 'groups', groups: suggestGroups(asked.words.loose, asked.words.clusters) }
        : { ask, about: 'clusters', clusters: suggestClusters(asked.texts, asked.clusters) }
    queueMicrotask(() => this.heard?.({ data }))
  }
}

let drawn: Screen | null = null

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', WorkerHere)
})
afterEach(async () => {
  await drawn?.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  localStorage.clear()
})

const DEVICES = ['Chromebook carts are dead by noon', 'The wifi drops in the portables', 'Six logins before a lesson starts']
const FAMILIES = ['Nobody answers when I call home', 'Families only hear bad news', 'Positive calls to every family each month']

function fill(doc: Parameters<typeof aBoard>[0]) {
  const board = aBoard(doc)
  for (const [index, text] of [...DEVICES, ...FAMILIES].entries()) board.withNote(`n${index}`, text)
  return board.withNote('odd', 'Banana')
}

function Room() {
  const { view, handle } = useBoard()
  return <SuggestButton acts={useBoardActs(view, handle)} />
}

const soon = () => act(() => vi.advanceTimersByTimeAsync(2000))

async function open(right: 'read' | 'write' = 'write', more: (board: ReturnType<typeof aBoard>) => unknown = () => {}) {
  const session = fakeSession({ right })
  const board = fill(session.docOf({ kind: 'board' }))
  more(board)
  const screen = await draw(session, <Room />)
  drawn = screen
  await soon()
  return { screen, session, board }
}

const titles = ({ view }: ReturnType<typeof aBoard>) => [...view().clusters.values()].map(({ title }) => title)

describe('what looks alike', () => {
  it('J2 is offered by one button and changes nothing until somebody accepts', async () => {
    const { screen, board } = await open()
    expect(screen.text()).toBe('3 notes look alike')
    await screen.press('3 notes look alike')
    expect(document.body.textContent).toContain('you decide if they belong together')
    expect(titles(board)).toEqual([])
    expect(screen.has('Suggested title for the new cluster')).toBe(true)
  })

  it('is not offered to who may only read', async () => {
    const { screen } = await open('read')
    expect(screen.text()).toBe('')
  })

  it('J3 is accepted in one transaction with the title as it was changed, and taken back by one undo', async () => {
    const { screen, board, session } = await open()
    await screen.press('3 notes look alike')
    await screen.type('Suggested title for the new cluster', 'Our own words')
    let updates = 0
    session.docOf({ kind: 'board' }).on('update', () => updates++)
    await screen.press('Group them')
    expect(updates).toBe(1)
    expect(titles(board)).toEqual(['Our own words'])
    expect(board.view().loose).toHaveLength(4)
    await screen.press('Undo')
    expect(titles(board)).toEqual([])
    expect(board.view().loose).toHaveLength(7)
  })

  it('J3 joins a cluster that is there and leaves its title alone, also one that is typed meanwhile', async () => {
    const { screen, board, session } = await open('write', (made) =>
      made.withNote('d', 'Chargers and laptops').withCluster('c1', '', ['d']),
    )
    await screen.press('3 notes look alike')
    while (!screen.has('Put them in')) await screen.press('Next')
    await act(async () => renameCluster(session.docOf({ kind: 'board' }), asId<ClusterId>('c1'), 'Typed by people'))
    await screen.press('Put them in')
    expect(titles(board)).toEqual(['Typed by people'])
    expect(board.view().clusters.get(asId<ClusterId>('c1'))?.notes).toHaveLength(4)
  })

  it('J6 goes on to the next group when one is turned down, and does not show that again', async () => {
    const { screen, board } = await open()
    await screen.press('3 notes look alike')
    const first = document.querySelector('[role=dialog] li')?.textContent
    await screen.press('Not these')
    expect(document.querySelector('[role=dialog] li')?.textContent).not.toBe(first)
    await screen.press('Not these')
    expect(document.body.textContent).toContain('No more notes look alike for now')
    expect(titles(board)).toEqual([])
    await screen.press('Close')
    await soon()
    expect(screen.has('3 notes look alike')).toBe(false)
  })

  it('says so when others have grouped the notes meanwhile', async () => {
    const { screen, board } = await open()
    await screen.press('3 notes look alike')
    await act(async () => void board.withCluster('c9', 'Theirs', ['n0', 'n1', 'n2', 'n3', 'n4', 'n5']))
    expect(document.body.textContent).toContain('Others have grouped these notes meanwhile.')
    expect(screen.has('Group them')).toBe(false)
  })
})

describe('the list to put a note in', () => {
  it('J4 begins with the likely clusters, marked as such, and offers all others', async () => {
    const session = fakeSession()
    const board = fill(session.docOf({ kind: 'board' }))
    board.withCluster('big', 'Odds and ends', ['odd', 'n0', 'n1']).withCluster('home', 'Families', ['n4'])
    const notes = [asId<NoteId>('n3')]
    const none = () => {}
    drawn = await draw(
      session,
      <ClusterPicker title="Put in" notes={notes} view={board.view()} except={null} onPick={none} onNew={none} onClose={none} />,
    )
    await soon()
    const picks = [...document.querySelectorAll('[role=dialog] li')].map((pick) => pick.textContent)
    expect(picks[0]).toBe('FamiliesLikely1 note')
    expect(picks).toHaveLength(2)
    expect(picks[1]).toMatch(/^Odds and ends/)
  })
})
