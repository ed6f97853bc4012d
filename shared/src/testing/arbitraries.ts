import fc from 'fast-check'
import * as Y from 'yjs'
import {
  applyTidy,
  createCluster,
  dissolveCluster,
  mergeClusters,
  moveCluster,
  renameCluster,
  restoreCluster,
  setFocus,
} from '../commands/cluster.ts'
import {
  editGoal,
  promoteTheme,
  quoteNote,
  removeIndicator,
  saveIndicator,
  saveListItem,
  setAgreement,
} from '../commands/goal.ts'
import { addNote, editNote, noteText, placeNotes, putIn, setAside } from '../commands/note.ts'
import { editPlan, removeStep, saveStep } from '../commands/plan.ts'
import type { ActionStepId, ClusterId, IndicatorId, ItemId, NoteId, PersonId, ThemeId } from '../ids.ts'
import { tidy } from '../layout.ts'
import { FOCUS_TYPES, GOAL_FIELDS, GOAL_LISTS, HORIZONS, PLAN_FIELDS, STEP_STATUSES } from '../records.ts'
import { boardView } from '../selectors/board.ts'

/** One act of one person. Few ids on purpose: acts must meet on the same note to be worth anything. */
export interface Act {
  readonly name: string
  readonly run: (doc: Y.Doc) => void
}

const oneIn = <T extends string>(prefix: string, most: number): fc.Arbitrary<T> =>
  fc.integer({ min: 1, max: most }).map((n) => `${prefix}${n}` as T)

export const someNote: fc.Arbitrary<NoteId> = oneIn('n', 8)
export const someCluster: fc.Arbitrary<ClusterId> = oneIn('c', 5)
const someIndicator = oneIn<IndicatorId>('i', 3)
const somePerson = oneIn<PersonId>('p', 3)
const someStep = oneIn<ActionStepId>('s', 4)
const someItem = oneIn<ItemId>('l', 4)
const someTheme = oneIn<ThemeId>('t', 3)
const somePoint = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) })

/** Words as people type them: accents, other scripts, emoji of several code points, nothing at all. */
export const someText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', 'More time', 'Más tiempo', '👩🏽‍🏫 coaching', '時間', 'a\nb'),
)

const act = <T>(name: string, values: fc.Arbitrary<T>, run: (doc: Y.Doc, values: T) => void): fc.Arbitrary<Act> =>
  values.map((chosen) => ({ name: `${name} ${JSON.stringify(chosen)}`, run: (doc) => run(doc, chosen) }))

/** Types at a caret, as an editor bound to the shared text does. */
const typeAt = (doc: Y.Doc, { id, at, text }: { readonly id: NoteId; readonly at: number; readonly text: string }): void => {
  const shared = noteText(doc, id)
  shared?.doc?.transact(() => shared.insert(at % (shared.length + 1), text), 'local')
}

const add = act(
  'add',
  fc.record({ id: someNote, horizon: fc.constantFrom(...HORIZONS), text: someText, at: somePoint }),
  (doc, { id, horizon, text, at }) => addNote(doc, { id, horizon, text, place: [null, at.x, at.y], author: null }),
)

const noteActs: readonly fc.Arbitrary<Act>[] = [
  add,
  act('edit', fc.tuple(someNote, someText), (doc, [id, text]) => editNote(doc, id, text)),
  act('type', fc.record({ id: someNote, at: fc.nat(20), text: fc.constantFrom('x', 'ab ', 'ñ') }), typeAt),
  act('move', fc.tuple(someNote, somePoint), (doc, [id, at]) => placeNotes(doc, [{ id, place: [null, at.x, at.y] }])),
  act('put in', fc.tuple(fc.uniqueArray(someNote, { maxLength: 3 }), someCluster), (doc, [ids, cluster]) =>
    putIn(doc, ids, cluster, { x: 0, y: 0 }),
  ),
  act('set aside', fc.tuple(someNote, fc.boolean()), (doc, [id, aside]) => setAside(doc, id, aside)),
]

const tidyUp = act('tidy', fc.constant(null), (doc) => {
  const view = boardView(doc)
  applyTidy(doc, tidy([...view.clusters.values()], view.loose))
})

const clusterActs: readonly fc.Arbitrary<Act>[] = [
  act(
    'group',
    fc.tuple(someCluster, fc.uniqueArray(someNote, { minLength: 1, maxLength: 4 }), somePoint),
    (doc, [id, notes, at]) => createCluster(doc, { id, at, title: '' }, notes),
  ),
  act('merge', fc.tuple(someCluster, someCluster), (doc, [from, into]) => mergeClusters(doc, from, into)),
  act('dissolve', someCluster, dissolveCluster),
  act('restore', someCluster, restoreCluster),
  act('rename', fc.tuple(someCluster, someText), (doc, [id, title]) => renameCluster(doc, id, title)),
  act('focus', fc.tuple(someCluster, fc.constantFrom(...FOCUS_TYPES, null)), (doc, [id, focus]) => setFocus(doc, id, focus)),
  act('move cluster', fc.tuple(someCluster, somePoint), (doc, [id, at]) => moveCluster(doc, id, at)),
  tidyUp,
]

/** Everything people do on a board. */
export const someBoardAct: fc.Arbitrary<Act> = fc.oneof(...noteActs, ...clusterActs)

const stepFields = fc.record({
  text: someText,
  owner: somePerson,
  indicator: fc.option(someIndicator),
  status: fc.constantFrom(...STEP_STATUSES),
  dependsOn: fc.array(someStep, { maxLength: 2 }),
  due: fc.constantFrom('', '2026-10-23'),
})

/** Everything a PLC does in its room. */
export const somePlcAct: fc.Arbitrary<Act> = fc.oneof(
  act('promote', someTheme, promoteTheme),
  act('goal', fc.tuple(fc.constantFrom(...GOAL_FIELDS), someText), (doc, [field, text]) => editGoal(doc, field, text)),
  act('plan', fc.tuple(somePerson, fc.constantFrom(...PLAN_FIELDS), someText), (doc, [person, field, text]) =>
    editPlan(doc, person, field, text),
  ),
  act('indicator', fc.tuple(someIndicator, someText), (doc, [id, text]) => saveIndicator(doc, id, { text })),
  act('drop indicator', someIndicator, removeIndicator),
  act('line', fc.tuple(fc.constantFrom(...GOAL_LISTS), someItem, someText), (doc, [list, id, text]) =>
    saveListItem(doc, list, id, text),
  ),
  act('quote', fc.tuple(someNote, fc.boolean()), (doc, [id, quoted]) => quoteNote(doc, id, quoted)),
  act('agree', fc.tuple(somePerson, fc.constantFrom(1, 2, 3, 4, 5), someText), (doc, [person, level, reservation]) =>
    setAgreement(doc, { person, level, reservation }),
  ),
  act('step', fc.tuple(someStep, stepFields), (doc, [id, fields]) => saveStep(doc, id, fields)),
  act('drop step', someStep, removeStep),
)

/** What happens between the peers of a network. */
export type Event =
  | { readonly kind: 'act'; readonly peer: number; readonly act: Act }
  | { readonly kind: 'deliver' | 'repeat' | 'lose'; readonly peer: number; readonly pick: number }
  | { readonly kind: 'offline' | 'online'; readonly peer: number }

const event = (peers: number, acts: fc.Arbitrary<Act>): fc.Arbitrary<Event> => {
  const peer = fc.nat(peers - 1)
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('act' as const), peer, act: acts }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('deliver', 'deliver', 'repeat', 'lose'), peer, pick: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('offline', 'online'), peer }) },
  )
}

/** A session's worth of events among `peers` people. */
export const someEvents = (peers: number, acts: fc.Arbitrary<Act>): fc.Arbitrary<readonly Event[]> =>
  fc.array(event(peers, acts), { minLength: 5, maxLength: 60 })

/** A value that has no business where it is found: what a merge, an old client or a hostile one may leave. */
export const someGarbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    '__proto__',
    'x'.repeat(200),
    [],
    {},
    [null, 'a', {}],
  ),
  fc.string({ maxLength: 8 }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('text', 'map', 'array').map((kind) => ({ garbage: kind })),
)

const GARBAGE_TYPES: Readonly<Record<string, () => unknown>> = {
  text: () => new Y.Text('garbage'),
  map: () => new Y.Map([['id', 'garbage']]),
  array: () => Y.Array.from(['garbage', 1]),
}

/** Puts garbage under a key; shared types are made anew, since each may have one place only. */
export function setGarbage(map: Y.Map<unknown>, key: string, garbage: unknown): void {
  const kind = typeof garbage === 'object' && garbage !== null && 'garbage' in garbage ? String(garbage.garbage) : ''
  map.set(key, GARBAGE_TYPES[kind]?.() ?? garbage)
}
