import {
  agreementOf,
  askState,
  assert,
  clustersInOrder,
  pileOf,
  plcOf,
  rankingOf,
  readBallotLine,
  type BallotQuestion,
  type ClusterView,
  type Note,
  type Plc,
  type Theme,
} from '@groundswell/shared'
import type { Act, Sight } from './acts.ts'
import { STARTER_EVERY, type Character } from './cast.ts'
import { between, pick, type Chance } from './random.ts'
import { topicOf, wordNote } from './words/phrases.ts'
import type { Phrases, Topic } from './words/words.ts'

/** Who decides: a character, their place among all, their words, their luck. */
export interface Mind {
  readonly character: Character
  /** 0 for the first to come. */
  readonly place: number
  /** How many simulated people there are. */
  readonly people: number
  readonly phrases: Phrases
  readonly chance: Chance
}

type Plan = (mind: Mind, sight: Sight) => Act | null

const startersOf = ({ people }: Mind): number => Math.ceil(people / STARTER_EVERY)
/** Work that several could begin belongs to one of the starters, so that no two type in one place at once. */
const isMine = (mind: Mind, n: number): boolean =>
  mind.character.starts && n % startersOf(mind) === Math.floor(mind.place / STARTER_EVERY)

function wordsOn({ phrases, chance }: Mind, horizon: 'current' | 'ideal'): string {
  const topic = pick(chance, phrases.topics)
  assert(topic !== undefined, 'a language without topics')
  const says = pick(chance, topic.says[horizon]) ?? topic.title
  return chance() < 0.25 ? says : wordNote(says, pick(chance, phrases.places))
}

const write: Plan = (mind, { stage: { step, writing }, written }) => {
  const { horizon } = step
  if (horizon === null || writing[horizon].revealed) return null
  const wish = mind.character.quiet ? 0 : mind.character.notes
  return written < wish ? { kind: 'write', horizon, text: wordsOn(mind, horizon) } : null
}

/** Reading what others wrote gives one in eight another thought. */
const read: Plan = (mind, { stage: { step }, added }) =>
  step.horizon !== null && !added && mind.place % 8 === 3
    ? { kind: 'add', horizon: step.horizon, text: wordsOn(mind, step.horizon) }
    : null

const topicAt = ({ phrases }: Mind, notes: readonly Note[]): Topic | null => {
  for (const { text } of notes) {
    const topic = topicOf(phrases.topics, text)
    if (topic !== null) return topic
  }
  return null
}

/** In one hand: a note and up to two more that say the same kind of thing. */
function handOf(mind: Mind, loose: readonly Note[]): { readonly topic: Topic; readonly notes: readonly Note[] } | null {
  const first = pick(mind.chance, loose)
  const topic = first === undefined ? null : topicAt(mind, [first])
  if (first === undefined || topic === null) return null
  const more = loose.filter((note) => note !== first && topicOf(mind.phrases.topics, note.text) === topic)
  return { topic, notes: [first, ...more.slice(0, between(mind.chance, 0, 2))] }
}

/** Where these notes go: into the first cluster of their kind. Null while there is none. */
function home(mind: Mind, { board }: Sight, { topic, notes }: NonNullable<ReturnType<typeof handOf>>): Act | null {
  const into = clustersInOrder(board).find((cluster) => topicAt(mind, cluster.notes) === topic)
  return into === undefined ? null : { kind: 'put', notes: notes.map(({ id }) => id), into: into.id }
}

/** Two clusters of one kind; null where each kind has one. */
function twins(mind: Mind, { board }: Sight): readonly [ClusterView, ClusterView] | null {
  const seen = new Map<Topic, ClusterView>()
  for (const cluster of clustersInOrder(board)) {
    const topic = topicAt(mind, cluster.notes)
    const first = topic === null ? undefined : seen.get(topic)
    if (first !== undefined) return [first, cluster]
    if (topic !== null) seen.set(topic, cluster)
  }
  return null
}

/** A few merge; every eighth of the others asks once that one of two alike be looked at. */
const curate: Plan = (mind, sight) => {
  const pair = twins(mind, sight)
  if (pair === null) return null
  const [into, from] = pair
  if (sight.mayMove) return { kind: 'merge', from: from.id, into: into.id }
  return mind.place % 8 === 3 && !sight.flagged ? { kind: 'flag', cluster: from.id } : null
}

/** Works through a hand of notes and takes the next one. Whoever holds the first note of a kind makes its cluster. */
const fromHand: Plan = (mind, sight) => {
  const { stage, board, me } = sight
  const held = stage.hands.find(({ person }) => person === me)?.notes ?? []
  const left = board.loose.filter(({ id }) => held.includes(id))
  if (left.length === 0) {
    const pile = pileOf(
      board.loose.map(({ id }) => id),
      stage.hands,
    )
    if (pile.length > 0) return { kind: 'takeHand' }
    // What two made of one kind at the same moment, one puts together.
    return mind.place === 0 ? curate(mind, sight) : null
  }
  const hand = handOf(mind, left)
  return hand === null ? null : (home(mind, sight, hand) ?? { kind: 'gather', notes: hand.notes.map(({ id }) => id) })
}

const group: Plan = (mind, sight) => {
  const { stage, board, mayMove } = sight
  if (mind.character.quiet) return null
  if (stage.room.dealing.state === 'curating') return curate(mind, sight)
  if (!mayMove) return null
  if (stage.room.dealing.state === 'hands') return fromHand(mind, sight)
  const hand = mind.character.groups ? handOf(mind, board.loose) : null
  if (hand === null) return null
  const put = home(mind, sight, hand)
  if (put !== null) return put
  const notes = hand.notes.map(({ id }) => id)
  return isMine(mind, mind.phrases.topics.indexOf(hand.topic)) ? { kind: 'gather', notes } : null
}

const name: Plan = (mind, { board, mayMove }) => {
  if (!mayMove) return null
  const nameless = ({ title, notes }: ClusterView) => title.trim() === '' && notes.length > 0
  const cluster = clustersInOrder(board).find((candidate, n) => nameless(candidate) && isMine(mind, n))
  const topic = cluster === undefined ? null : topicAt(mind, cluster.notes)
  return cluster === undefined || topic === null
    ? null
    : { kind: 'name', cluster: cluster.id, title: topic.title, focus: topic.focus }
}

function voteOn(mind: Mind, { stage: { vote }, board, votes }: Sight, question: BallotQuestion): Act | null {
  if (vote.state !== 'open') return null
  const spent = votes.map(readBallotLine).filter((line) => line.question === question)
  const free = [...board.clusters.keys()].filter((id) => !spent.some(({ cluster }) => cluster === id))
  const cluster = spent.length < vote.budget ? pick(mind.chance, free) : undefined
  return cluster === undefined ? null : { kind: 'vote', cluster, question }
}

const vote: Plan = (mind, sight) => {
  if (mind.character.quiet) return null
  return voteOn(mind, sight, 1) ?? (sight.stage.room.ballot.questions === 2 ? voteOn(mind, sight, 2) : null)
}

const smallest = (plcs: readonly Plc[]): Plc | undefined =>
  plcs.reduce<Plc | undefined>(
    (least, plc) => (least === undefined || plc.members.length < least.members.length ? plc : least),
    undefined,
  )

const leads = (plc: Plc, { me }: Sight): boolean => plc.members[0] === me

const team: Plan = (mind, sight) => {
  const { stage, me } = sight
  const mine = plcOf(stage, me)
  if (mine !== null) return leads(mine, sight) ? pickTheme(mind, mine, sight) : null
  const own = mind.phrases.teamName.replace('{{n}}', String(Math.floor(mind.place / STARTER_EVERY) + 1))
  const founded = stage.plcs.find((plc) => plc.name === own)
  if (mind.character.starts) return founded === undefined ? { kind: 'found', name: own } : { kind: 'join', plc: founded.id }
  if (mind.character.quiet) return null
  const small = stage.plcs.length < startersOf(mind) ? undefined : smallest(stage.plcs)
  return small === undefined ? null : { kind: 'join', plc: small.id }
}

/** The team's first member speaks for it: ranks the themes, takes one, and answers when asked to reconsider. */
function pickTheme(mind: Mind, mine: Plc, { stage }: Sight): Act | null {
  const { themes, room } = stage
  if (themes.length === 0) return null
  const order = rankingOf(stage, mine.id)
  if (order === null && themes.length > 1) return { kind: 'rank', plc: mine.id, order: shuffled(mind.chance, themes) }
  if (mine.theme === null) return takeTheme(mine, stage, order ?? themes)
  const ask = room.asks.find((each) => each.plc === mine.id && askState(stage, each) === 'waiting')
  const takes = mind.chance() < 0.6
  return ask === undefined ? null : { kind: 'answer', plc: mine.id, theme: ask.theme, takes }
}

const shuffled = (chance: Chance, themes: readonly Theme[]): readonly Theme['id'][] =>
  themes
    .map(({ id }) => ({ id, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)

/** The theme that the fewest have, and among those the one ranked highest. */
function takeTheme(mine: Plc, { plcs }: Sight['stage'], order: readonly Theme[]): Act | null {
  const takers = ({ id }: Theme) => plcs.filter((plc) => plc.theme === id).length
  const [fewest] = [...order].sort((a, b) => takers(a) - takers(b))
  return fewest === undefined ? null : { kind: 'take', plc: mine.id, theme: fewest.id }
}

const goal: Plan = (mind, { stage, me, room }) => {
  const mine = plcOf(stage, me)
  if (mine === null || room === null) return null
  const words = mind.phrases.goals[mine.order % mind.phrases.goals.length]
  if (words === undefined) return null
  if (mine.members[0] === me && room.goal.statement === '') return { kind: 'draft', field: 'statement', text: words.statement }
  if (mine.members[1] === me && room.goal.whyItMatters === '') return { kind: 'draft', field: 'whyItMatters', text: words.why }
  return null
}

const myPlan: Plan = (mind, { me, room }) => {
  if (room === null || mind.character.quiet) return null
  const { contributions, steps } = mind.phrases
  const plan = room.plans.find(({ person }) => person === me)
  if ((plan?.contribution ?? '') === '')
    return { kind: 'contribute', text: contributions[mind.place % contributions.length] ?? '' }
  if (room.steps.some(({ owner }) => owner === me)) return null
  return { kind: 'promise', text: steps[mind.place % steps.length] ?? '' }
}

const commit: Plan = (mind, { stage, me }) => {
  const mine = plcOf(stage, me)
  if (mine === null || mind.character.quiet) return null
  const { shown, answered } = agreementOf(stage, mine.id)
  if (shown || answered.includes(me)) return null
  const level = mind.place % 11 === 4 ? 2 : mind.place % 4 === 1 ? 3 : mind.place % 2 === 0 ? 4 : 5
  return { kind: 'agree', plc: mine.id, level, reservation: level <= 3 ? mind.phrases.reservation : '' }
}

const PLANS: Readonly<Partial<Record<Sight['stage']['step']['kind'], Plan>>> = {
  write,
  together: read,
  group,
  name,
  vote,
  plcs: team,
  goal,
  plan: myPlan,
  commit,
}

const ASKS_DONE: ReadonlySet<string> = new Set(['write', 'together', 'vote', 'goal', 'plan'])

/** "I'm done" comes only when there was something to do: before the vote opens nobody is. */
const isOver = ({ stage, saidDone }: Sight): boolean =>
  !saidDone && ASKS_DONE.has(stage.step.kind) && (stage.step.kind !== 'vote' || stage.vote.state === 'open')

/** What this person does next; null while there is nothing for them to do. Same mind, same sight, same luck: same act. */
export function planAct(mind: Mind, sight: Sight): Act | null {
  const { spotlight } = sight.stage.room
  if (spotlight !== null && spotlight.seq !== sight.looked)
    return { kind: 'look', seq: spotlight.seq, how: mind.character.wanders && spotlight.mode !== 'hold' ? 'away' : 'with' }
  const act = PLANS[sight.stage.step.kind]?.(mind, sight) ?? null
  if (act !== null) return act
  return mind.character.finishes && !mind.character.quiet && isOver(sight) ? { kind: 'done' } : null
}

/** Milliseconds of thought before an act, at the pace of a room. */
const THOUGHT: Readonly<Record<Act['kind'], readonly [least: number, most: number]>> = {
  look: [400, 2_000],
  write: [3_000, 14_000],
  add: [6_000, 40_000],
  put: [3_000, 9_000],
  gather: [2_000, 6_000],
  name: [3_000, 12_000],
  vote: [2_500, 9_000],
  found: [2_000, 6_000],
  join: [3_000, 15_000],
  takeHand: [1_000, 5_000],
  merge: [4_000, 12_000],
  flag: [6_000, 30_000],
  rank: [6_000, 20_000],
  answer: [5_000, 20_000],
  take: [4_000, 12_000],
  draft: [5_000, 20_000],
  contribute: [5_000, 25_000],
  promise: [8_000, 25_000],
  agree: [5_000, 25_000],
  done: [2_000, 12_000],
}

export const thoughtBefore = ({ kind }: Act, { character, chance }: Mind): number => {
  const [least, most] = THOUGHT[kind]
  return (least + chance() * (most - least)) * character.slowness
}
