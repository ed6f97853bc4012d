import {
  documentKey,
  epochOf,
  err,
  formatDocumentName,
  curatorsOf,
  rightOn,
  type ApiErrorCode,
  type Command,
  type CommandAnswer,
  type DocumentRef,
  type EpochSeam,
  type ItemId,
  type MyFacts,
  type PersonId,
  type Result,
  type Right,
  type Seat,
  type SessionRole,
  type StageView,
} from '@groundswell/shared'
import { fromBase64 } from 'lib0/buffer'
import type { Api } from './api.ts'
import type { ServerClock } from './clock.ts'
import type { DocumentHandle, PresenceChannel, SavedState } from './contract.ts'
import type { SessionCore } from './core.ts'
import { createFacts, type FactsStore } from './facts.ts'
import { LiveDoc } from './live-document.ts'
import { newId } from './new-id.ts'
import type { OfflineStore } from './offline-copy.ts'
import { sameSaved, worstSaved } from './saved-state.ts'
import { stageOf } from './views.ts'

export interface SessionOptions {
  readonly seat: Seat
  readonly api: Api
  readonly clock: ServerClock
  readonly copies: OfflineStore
  /** `wss://host/sync`. */
  readonly syncUrl: string
  readonly WebSocket: typeof WebSocket
  /** A renewed seat, to be remembered. */
  readonly onSeat: (seat: Seat) => unknown
  /** This device left: forget the seat and its copies. */
  readonly onLeave: () => void
  /** Milliseconds to wait before a command is sent again, one entry per repetition. */
  readonly retryAfter?: readonly number[]
}

/** A running session with its end. */
export interface RunningSession extends SessionCore {
  /** Closes everything; copies and seat stay. */
  readonly stop: () => void
}

const STAGE: DocumentRef = { kind: 'stage' }
const RETRY_AFTER = [400, 1200, 3000]
/** A token is renewed this many milliseconds before it ends. */
const RENEW_BEFORE = 90_000
const RENEW_AGAIN = 10_000

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** What the names of a seat's copies start with; two people on one device do not share copies. */
export const copyPrefix = (seat: Seat): string => `groundswell/${seat.person}/${seat.session}/`

const copyName = (seat: Seat, ref: DocumentRef, epoch: number): string =>
  `groundswell/${seat.person}/${formatDocumentName({ session: seat.session, ref, epoch })}`

/** Keeps the capability fresh. One request at a time, whoever asks. */
function createSignIn(options: SessionOptions, onFresh: () => void, onLost: () => void) {
  let seat = options.seat
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<Result<Seat, ApiErrorCode>> | null = null
  const plan = (ms: number) => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void renew(), Math.min(Math.max(ms, 0), 2 ** 30))
  }
  const settle = (answer: Result<Seat, ApiErrorCode>) => {
    running = null
    if (answer.ok) {
      seat = answer.value
      options.onSeat(seat)
      plan(seat.expires - options.clock.now() - RENEW_BEFORE)
      onFresh()
    } else if (['unauthorized', 'forbidden', 'not_found', 'session_gone'].includes(answer.error)) onLost()
    else plan(RENEW_AGAIN)
  }
  const renew = async (): Promise<Result<Seat, ApiErrorCode>> => {
    running ??= options.api.refresh(seat.session, seat.key)
    const asked = running
    const answer = await asked
    if (running === asked) settle(answer)
    return answer
  }
  plan(seat.expires - options.clock.now() - RENEW_BEFORE)
  return {
    seat: (): Seat => seat,
    renew,
    stop: (): void => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

type SignIn = ReturnType<typeof createSignIn>

/** Sends a command until the server has answered; every repetition carries the same id, so it is done once. */
async function sendCommand(
  options: SessionOptions,
  signIn: SignIn,
  command: Command,
): Promise<Result<CommandAnswer, ApiErrorCode>> {
  const request = { id: newId<ItemId>(), command }
  const send = () => options.api.command(options.seat.session, signIn.seat().token, request)
  let answer = await send()
  if (!answer.ok && answer.error === 'unauthorized' && (await signIn.renew()).ok) answer = await send()
  for (const wait of options.retryAfter ?? RETRY_AFTER) {
    if (answer.ok || answer.error !== 'unavailable') return answer
    await sleep(wait)
    answer = await send()
  }
  return answer
}

/** Where an epoch of a document ended and the next began; null when there is no answer. */
async function askSeam(options: SessionOptions, signIn: SignIn, ref: DocumentRef, epoch: number): Promise<EpochSeam | null> {
  const { session, token } = signIn.seat()
  const answer = await options.api.epochSeam(session, token, documentKey(ref), epoch)
  if (!answer.ok && answer.error === 'unauthorized') await signIn.renew()
  return answer.ok ? { before: fromBase64(answer.value.before), after: fromBase64(answer.value.after) } : null
}

/** The right on a document by the table, from the stage as it stands; null while there is none. */
function rightBy(stage: StageView, person: PersonId, role: SessionRole, ref: DocumentRef): Right | null {
  if (ref.kind === 'stage') return 'read'
  if (!stage.ready) return null
  const plcMembers = ref.kind === 'plc' ? (stage.plcs.find((plc) => plc.id === ref.plc)?.members ?? []) : []
  return rightOn(ref, { person, role, step: stage.step, plcMembers, curators: curatorsOf(stage.room.dealing) })
}

/** One saved state for the session, the same object until it changes. */
function createSavedSummary(documents: ReadonlyMap<string, LiveDoc>) {
  let last: SavedState = { state: 'loading' }
  return (): SavedState => {
    const next = worstSaved([...documents.values()].filter((live) => live.isInUse).map((live) => live.saved))
    if (!sameSaved(last, next)) last = next
    return last
  }
}

/** Starts a session on this device: the stage opens at once and stays open; other documents open while somebody uses them. */
export function startSession(options: SessionOptions): RunningSession {
  const { seat } = options
  const documents = new Map<string, LiveDoc>()
  const listeners = new Set<() => void>()
  const facts = createFacts()
  const saved = createSavedSummary(documents)
  const notify = () => {
    for (const listener of listeners) listener()
  }
  const signIn = createSignIn(
    options,
    () => documents.forEach((live) => live.signIn()),
    () => documents.forEach((live) => live.signedOut()),
  )

  const follow = (live: LiveDoc) => {
    const { ref } = live.handle()
    live.setEpoch(epochOf(stageNow(), ref))
    live.setRight(rightBy(stageNow(), seat.person, myRole(), ref))
  }
  const open = (ref: DocumentRef): LiveDoc => {
    const key = documentKey(ref)
    const found = documents.get(key)
    if (found) return found
    const live = new LiveDoc({
      name: { session: seat.session, ref },
      copyName: (epoch) => copyName(seat, ref, epoch),
      seam: (epoch) => askSeam(options, signIn, ref, epoch),
      copies: options.copies,
      url: options.syncUrl,
      token: () => signIn.seat().token,
      WebSocket: options.WebSocket,
      facilitates: (person) => roleIn(stageNow(), person) === 'facilitator',
      onChange: notify,
      onSignedOut: () => void signIn.renew(),
    })
    documents.set(key, live)
    if (ref.kind !== 'stage') follow(live)
    return live
  }
  const stage = open(STAGE)
  const stageNow = (): StageView => stageOf(stage.handle().doc).get()
  const myRole = (): SessionRole => roleIn(stageNow(), seat.person) ?? seat.role
  stage.setRight('read')
  const keeper = createFactsKeeper(options, signIn, facts)
  let role = myRole()
  const followRole = () => {
    if (role === myRole()) return
    role = myRole()
    // A new facilitator gets the links, a former one loses them.
    keeper.ask()
  }
  keeper.ask()
  const stops = [
    stage.retain(),
    followStage(stage, () => {
      facts.followStep(stageNow())
      followRole()
      for (const live of documents.values()) follow(live)
    }),
    keeper.stop,
    watchNetwork(
      () => documents.forEach((live) => live.probe()),
      () => documents.forEach((live) => live.networkLost()),
    ),
  ]
  const stop = () => {
    for (const end of stops.splice(0)) end()
    signIn.stop()
    for (const live of documents.values()) live.stop()
  }
  return {
    id: seat.session,
    seat: { person: seat.person, role: seat.role },
    clockOffset: options.clock.offset,
    token: () => signIn.seat().token,
    command: async (command) => {
      const answer = await sendCommand(options, signIn, command)
      if (answer.ok) facts.learn(command, answer.value)
      return answer
    },
    open: (ref) => openHandle(open(ref)),
    presence: (ref): PresenceChannel => open(ref).presence,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    leave: () => {
      stop()
      options.onLeave()
    },
    document: open,
    facts,
    saved,
    stop,
  }
}

const roleIn = (stage: StageView, person: PersonId): SessionRole | null =>
  stage.people.find(({ id }) => id === person)?.role ?? null

function openHandle(live: LiveDoc): { readonly handle: DocumentHandle; readonly release: () => void } {
  const release = live.retain()
  return {
    get handle() {
      return live.handle()
    },
    release,
  }
}

/** Calls back on every change of the stage, also when the document behind it is replaced. */
function followStage(stage: LiveDoc, changed: () => void): () => void {
  let unwatch = () => {}
  const attach = () => {
    unwatch()
    unwatch = stageOf(stage.handle().doc).subscribe(changed)
    changed()
  }
  const unsubscribe = stage.subscribe(attach)
  attach()
  return () => {
    unsubscribe()
    unwatch()
  }
}

/** Asks for one's own facts until there is an answer; `ask` again when they may have changed without us. */
function createFactsKeeper(options: SessionOptions, signIn: SignIn, facts: FactsStore) {
  let stopped = false
  let asking = false
  const once = async (): Promise<Result<MyFacts, ApiErrorCode>> => {
    const { session, token } = signIn.seat()
    const answer = await options.api.me(session, token)
    if (answer.ok || answer.error !== 'unauthorized') return answer
    const renewed = await signIn.renew()
    return renewed.ok ? options.api.me(session, renewed.value.token) : err('unauthorized')
  }
  const keepAsking = async () => {
    for (let wait = 1000; !stopped; wait = Math.min(wait * 2, 30_000)) {
      const answer = await once()
      if (answer.ok && !stopped) facts.replace(answer.value)
      if (answer.ok || answer.error !== 'unavailable') return
      await sleep(wait)
    }
  }
  return {
    ask: (): void => {
      if (asking) return
      asking = true
      void keepAsking().finally(() => {
        asking = false
      })
    },
    stop: (): void => {
      stopped = true
    },
  }
}

/** Devices sleep and change networks without telling the socket. */
function watchNetwork(probe: () => void, lost: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') probe()
  }
  document.addEventListener('visibilitychange', onVisible)
  addEventListener('online', probe)
  addEventListener('offline', lost)
  return () => {
    document.removeEventListener('visibilitychange', onVisible)
    removeEventListener('online', probe)
    removeEventListener('offline', lost)
  }
}
