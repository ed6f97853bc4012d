import { CURATORS, HAND_MS, handSize, ok, pileOf, type ClusterId, type PersonId } from '@groundswell/shared'
import { flagsOf, participantsOf, stepOf, type DealingFacts, type HandFacts } from '../session/facts.ts'
import { facilitatorsOnly, notInThisStep, refuse } from '../session/fault.ts'
import { done, withRoom, type Handlers, type Scene } from './scene.ts'

const notDealt = refuse('not_now', 'No notes are being dealt.')
const notCurating = refuse('not_now', 'Clusters are flagged while curators merge.')
const noSuchCluster = refuse('not_found', 'There is no such cluster on the board.')
const notCurators = refuse('bad_request', `Name two or ${CURATORS.most} people of this session, each once.`)

type CommandTypes = 'deal.set' | 'deal.curate' | 'hand.take' | 'hand.keep' | 'hand.return' | 'cluster.flag'

const isGrouping = ({ session }: Scene): boolean => stepOf(session.facts).kind === 'group'

/** A change of who may write the board is told to every open line. */
const dealt = (scene: Scene, dealing: DealingFacts) => ({
  facts: withRoom(scene, { dealing }),
  effects: [{ kind: 'recheck' } as const],
})

/** The hands that are out now, without one person's own. Null while nothing is dealt. */
function handsOfOthers({ session, actor, now }: Scene): readonly HandFacts[] | null {
  const { dealing } = session.facts.room
  return dealing.state === 'hands' ? dealing.hands.filter(({ person, until }) => person !== actor.id && now < until) : null
}

const ownHand = ({ session, actor, now }: Scene): HandFacts | undefined => {
  const { dealing } = session.facts.room
  return dealing.state === 'hands' ? dealing.hands.find(({ person, until }) => person === actor.id && now < until) : undefined
}

/** A table is one taker, whatever its heads: it looks at one screen. */
const takersOf = ({ session }: Scene): number => participantsOf(session).filter(({ role }) => role === 'participant').length

function nextHand(scene: Scene, others: readonly HandFacts[]): HandFacts {
  const own = new Set(ownHand(scene)?.notes)
  const pile = pileOf(scene.board.loose, others)
  // What one has just had comes last: "next" brings other notes while there are any.
  const fresh = [...pile.filter((note) => !own.has(note)), ...pile.filter((note) => own.has(note))]
  const notes = fresh.slice(0, handSize(scene.board.loose.length, takersOf(scene)))
  return { person: scene.actor.id, notes, until: scene.now + HAND_MS }
}

const withHands = (scene: Scene, hands: readonly HandFacts[]) => ({
  facts: withRoom(scene, { dealing: { state: 'hands' as const, hands } }),
  effects: [{ kind: 'watch-hands' } as const],
})

const arePeople = (scene: Scene, people: readonly PersonId[]): boolean =>
  new Set(people).size === people.length &&
  people.every((person) => participantsOf(scene.session).some((member) => member.id === person))

export const dealCommands: Handlers<CommandTypes> = {
  'deal.set': (scene, { state }) => {
    if (!scene.facilitates) return facilitatorsOnly
    if (state === 'off') return done('deal.set', dealt(scene, { state }))
    if (!isGrouping(scene)) return notInThisStep
    // Asked for again, it takes no hand away from anyone.
    if (scene.session.facts.room.dealing.state === 'hands') return done('deal.set')
    return done('deal.set', dealt(scene, { state, hands: [] }))
  },

  'deal.curate': (scene, { curators }) => {
    if (!scene.facilitates) return facilitatorsOnly
    if (!isGrouping(scene)) return notInThisStep
    if (curators.length < CURATORS.least || !arePeople(scene, curators)) return notCurators
    const { dealing } = scene.session.facts.room
    const flags = dealing.state === 'curating' ? dealing.flags : []
    return done('deal.curate', dealt(scene, { state: 'curating', curators, flags }))
  },

  'hand.take': (scene) => {
    const others = handsOfOthers(scene)
    if (others === null) return notDealt
    const hand = nextHand(scene, others)
    return done('hand.take', withHands(scene, hand.notes.length === 0 ? others : [...others, hand]))
  },

  'hand.keep': (scene) => {
    const others = handsOfOthers(scene)
    if (others === null) return notDealt
    const own = ownHand(scene)
    // It may have gone back a moment ago: then there is nothing to keep, and the stage says so.
    if (own === undefined) return done('hand.keep')
    return done('hand.keep', withHands(scene, [...others, { ...own, until: scene.now + HAND_MS }]))
  },

  'hand.return': (scene) => {
    const others = handsOfOthers(scene)
    return others === null ? notDealt : done('hand.return', withHands(scene, others))
  },

  'cluster.flag': (scene, { cluster, on }) => {
    const { dealing } = scene.session.facts.room
    if (dealing.state !== 'curating') return notCurating
    if (on && !scene.board.clusters.has(cluster)) return noSuchCluster
    const flags = flagged(dealing.flags, cluster, scene.actor.id, on)
    const facts = withRoom(scene, { dealing: { ...dealing, flags } })
    return ok({ facts, answer: { ok: true, type: 'cluster.flag', mine: flagsOf(facts, scene.actor.id) } })
  },
}

type Flags = Extract<DealingFacts, { readonly state: 'curating' }>['flags']

/** One flag a person and cluster. */
function flagged(flags: Flags, cluster: ClusterId, person: PersonId, on: boolean): Flags {
  const before = flags.find((flag) => flag.cluster === cluster)?.people.filter((other) => other !== person) ?? []
  const people = on ? [...before, person] : before
  const others = flags.filter((flag) => flag.cluster !== cluster)
  return people.length === 0 ? others : [...others, { cluster, people }]
}
