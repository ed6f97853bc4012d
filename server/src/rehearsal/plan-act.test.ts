import {
  boardView,
  boardRoots,
  createCluster,
  makeNote,
  stageView,
  type BoardView,
  type ClusterId,
  type Language,
  type NoteId,
  type PersonId,
  type Step,
  type StepId,
} from '@groundswell/shared'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Act, Sight } from './acts.ts'
import { castOf } from './cast.ts'
import { planAct, thoughtBefore, type Mind } from './plan-act.ts'
import { createChance } from './random.ts'
import { phrasesIn, topicOf } from './words/phrases.ts'

const PEOPLE = 20
const SEED = 7

const mindAt = (place: number, language: Language = 'en', seed = SEED): Mind => {
  const phrases = phrasesIn(language)
  const character = castOf(PEOPLE, phrases, seed)[place]
  if (character === undefined) throw new Error('nobody is there')
  return { character, place, people: PEOPLE, phrases, chance: createChance(seed + place + 1) }
}

const NOTHING: BoardView = boardView(new Y.Doc())

function sightOf(kind: Step['kind'], changes: Partial<Sight> & { readonly stage?: Partial<Sight['stage']> } = {}): Sight {
  const stage = stageView(new Y.Doc())
  const horizon = kind === 'write' || kind === 'together' ? 'current' : null
  const step: Step = { id: 's1' as StepId, kind, horizon, topic: null, title: null, instruction: null, minutes: null }
  return {
    me: 'me' as PersonId,
    board: NOTHING,
    mayMove: true,
    written: 0,
    votes: [],
    room: null,
    saidDone: false,
    looked: 0,
    added: false,
    flagged: false,
    ...changes,
    stage: { ...stage, ready: true, step, ...changes.stage },
  }
}

function boardOf(texts: readonly string[], clusters: readonly string[] = []): BoardView {
  const doc = new Y.Doc()
  const { notes } = boardRoots(doc)
  for (const [n, text] of texts.entries()) {
    const id = `n${n}` as NoteId
    notes.set(id, makeNote({ id, horizon: 'current', text, place: [null, n * 300, 0], author: null }))
  }
  for (const [n, text] of clusters.entries()) {
    const id = `inside${n}` as NoteId
    notes.set(id, makeNote({ id, horizon: 'current', text, place: [null, 0, 900], author: null }))
    createCluster(doc, { id: `c${n}` as ClusterId, at: { x: n * 900, y: 2_000 } }, [id])
  }
  return boardView(doc)
}

/** Writes as one person until nothing is left to write. */
function writings(mind: Mind): readonly string[] {
  const texts: string[] = []
  for (;;) {
    const act = planAct(mind, sightOf('write', { written: texts.length }))
    if (act?.kind !== 'write') return texts
    texts.push(act.text)
  }
}

const at = (places: readonly number[], sight: Sight): readonly (Act | null)[] =>
  places.map((place) => planAct(mindAt(place), sight))
const everyone = Array.from({ length: PEOPLE }, (_, place) => place)

describe('a simulated person', () => {
  it('H3: does the same again with the same seed, and something else with another', () => {
    expect(writings(mindAt(3))).toEqual(writings(mindAt(3)))
    expect(writings(mindAt(3))).not.toEqual(writings(mindAt(3, 'en', SEED + 1)))
    expect(castOf(60, phrasesIn('en'), 1)).toEqual(castOf(60, phrasesIn('en'), 1))
  })

  it.each(['en', 'es'] as const)('sixty have sixty names, and job roles of every kind (%s)', (language) => {
    const cast = castOf(60, phrasesIn(language), SEED)
    expect(new Set(cast.map(({ name }) => name)).size).toBe(60)
    expect(new Set(cast.map(({ jobRole }) => jobRole)).size).toBe(6)
  })

  it.each(['en', 'es'] as const)(
    'writes as many notes as it is like, each about something, and then says it is done (%s)',
    (language) => {
      const { topics } = phrasesIn(language)
      for (const place of everyone) {
        const mind = mindAt(place, language)
        const texts = writings(mind)
        expect(texts).toHaveLength(mind.character.quiet ? 0 : mind.character.notes)
        for (const text of texts) expect(topicOf(topics, text)).not.toBeNull()
        const after = planAct(mind, sightOf('write', { written: texts.length }))
        expect(after?.kind ?? null).toBe(mind.character.finishes && !mind.character.quiet ? 'done' : null)
      }
    },
  )

  it('says that it is done once, and not before the vote is open', () => {
    expect(planAct(mindAt(0), sightOf('together', { saidDone: true }))).toBeNull()
    expect(planAct(mindAt(0), sightOf('vote'))).toBeNull()
  })

  it('puts a note to those that say the same, and leaves what it does not understand to others', () => {
    const [topic, other] = phrasesIn('en').topics
    const [first = '', second = ''] = topic?.says.current ?? []
    const board = boardOf([first, 'Something only a person would say'], [other?.says.current[0] ?? '', second])
    const acts = at(everyone, sightOf('group', { board })).filter((act) => act !== null)
    expect(acts.length).toBeGreaterThan(0)
    for (const act of acts) expect(act).toEqual({ kind: 'put', notes: ['n0'], into: 'c1' })
  })

  it('one of them, and no more than one, begins a cluster that is missing', () => {
    const board = boardOf([phrasesIn('en').topics[1]?.says.ideal[0] ?? ''])
    const acts = at(everyone, sightOf('group', { board })).filter((act) => act !== null)
    expect(acts).toEqual([{ kind: 'gather', notes: ['n0'] }])
    expect(at(everyone, sightOf('group', { board, mayMove: false })).filter((act) => act !== null)).toEqual([])
  })

  it('spends its votes on different clusters, and stops when they are spent', () => {
    const board = boardOf([], ['a', 'b', 'c', 'd', 'e'])
    const vote = { state: 'open', budget: 3, turnout: 0, voters: 20 } as const
    const mind = mindAt(1)
    const votes: ClusterId[] = []
    for (;;) {
      const act = planAct(mind, sightOf('vote', { board, votes, stage: { vote } as Partial<Sight['stage']> as Sight['stage'] }))
      if (act?.kind !== 'vote') break
      votes.push(act.cluster)
    }
    expect(new Set(votes).size).toBe(3)
  })

  it('follows a call or wanders off, once for each call, and never out of a held view', () => {
    const called = (mode: 'gather' | 'hold', looked = 0) => {
      const spotlight = { by: 'coach' as PersonId, mode, target: { kind: 'step' }, seq: 9, startedAt: 0 } as const
      const { room } = stageView(new Y.Doc())
      return sightOf('welcome', { looked, stage: { room: { ...room, spotlight } } as Partial<Sight['stage']> as Sight['stage'] })
    }
    expect(planAct(mindAt(0), called('gather', 9))).toBeNull()
    const hows = castOf(60, phrasesIn('en'), SEED).map((character, place) => {
      const act = planAct({ ...mindAt(0), character, place, people: 60 }, called('gather'))
      return act?.kind === 'look' ? act.how : null
    })
    expect(new Set(hows)).toEqual(new Set(['with', 'away']))
    expect(new Set(at(everyone, called('hold')).map((act) => act?.kind === 'look' && act.how))).toEqual(new Set(['with']))
  })

  it('thinks at the pace of a person before it acts', () => {
    for (const place of everyone) {
      const ms = thoughtBefore({ kind: 'write', horizon: 'current', text: '' }, mindAt(place))
      expect(ms).toBeGreaterThan(1_000)
      expect(ms).toBeLessThan(30_000)
    }
  })

  describe('where notes are dealt', () => {
    const topics = phrasesIn('en').topics.slice(0, 2)
    const says = topics.map((topic) => topic.says.current[0] ?? '')
    const dealt = (
      board: BoardView,
      held: readonly string[] | null,
      changes: Partial<Sight> = {},
      state: 'hands' | 'curating' = 'hands',
    ) => {
      const { room } = stageView(new Y.Doc())
      const dealing = state === 'hands' ? { state } : { state, curators: [], flags: [] }
      const hands = held === null ? [] : [{ person: 'me' as PersonId, notes: held as readonly NoteId[] }]
      const stage = { room: { ...room, dealing }, hands } as Partial<Sight['stage']> as Sight['stage']
      return sightOf('group', { board, ...changes, stage })
    }

    it('takes a hand, works through its notes alone, and takes the next', () => {
      const board = boardOf(says)
      expect(planAct(mindAt(2), dealt(board, null))).toEqual({ kind: 'takeHand' })
      expect(planAct(mindAt(2), dealt(board, ['n1']))).toEqual({ kind: 'gather', notes: ['n1'] })
      const withHome = boardOf(says, [says[1] ?? ''])
      expect(planAct(mindAt(2), dealt(withHome, ['n1']))).toEqual({ kind: 'put', notes: ['n1'], into: 'c0' })
      expect(planAct(mindAt(2), dealt(board, ['gone']))).toEqual({ kind: 'takeHand' })
    })

    it('merges what is alike as a curator, and asks for it once as one of the others', () => {
      const board = boardOf([], [says[0] ?? '', says[0] ?? '', says[1] ?? ''])
      expect(planAct(mindAt(2), dealt(board, null, {}, 'curating'))).toMatchObject({ kind: 'merge' })
      const watching = dealt(board, null, { mayMove: false }, 'curating')
      expect(planAct(mindAt(3), watching)).toMatchObject({ kind: 'flag' })
      expect(planAct(mindAt(3), { ...watching, flagged: true })).toBeNull()
    })
  })

  it('ranks the themes for its team, takes the first of those that the fewest have, and answers when asked', () => {
    const { room } = stageView(new Y.Doc())
    const themes = ['a', 'b', 'c'].map((id, n) => ({ id, cluster: id, title: id, focus: 'teacher_action', order: n }))
    const team = (theme: string | null, id = 'mine') => ({ id, name: id, members: id === 'mine' ? ['me'] : [], theme, order: 1 })
    const forming = (theme: string | null, picks: object) =>
      sightOf('plcs', {
        stage: { themes, plcs: [team(theme), team('a', 'other')], room: { ...room, ...picks } } as never,
      })
    const ranked = planAct(mindAt(2), forming(null, {}))
    expect(ranked?.kind === 'rank' && [...ranked.order].sort()).toEqual(['a', 'b', 'c'])
    const rankings = [{ plc: 'mine', order: ['a', 'c', 'b'] }]
    expect(planAct(mindAt(2), forming(null, { rankings }))).toEqual({ kind: 'take', plc: 'mine', theme: 'c' })
    const asks = [{ theme: 'b', plc: 'mine', answer: 'open' }]
    expect(planAct(mindAt(2), forming('a', { rankings, asks }))).toMatchObject({ kind: 'answer', theme: 'b' })
    expect(planAct(mindAt(2), forming('a', { rankings }))?.kind).not.toBe('answer')
  })
})
