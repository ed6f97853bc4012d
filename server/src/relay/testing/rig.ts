import {
  ok,
  parseDocumentName,
  readServerMessage,
  type DocumentName,
  type PersonId,
  type Result,
  type CloseCode,
  type ServerMessage,
} from '@groundswell/shared/wire'
import { silentLog } from '../../lib/log.ts'
import { noMetrics } from '../../lib/metrics.ts'
import type { Admission, DocStore } from '../../ports.ts'
import type { Connection } from '../connection.ts'
import type { RelayLimits } from '../limits.ts'
import { createRelay, type Relay } from '../relay.ts'
import { SimulatedSocket } from './simulated-socket.ts'
import { VirtualClock } from './virtual-clock.ts'

export const nameOf = (text: string): DocumentName => {
  const name = parseDocumentName(text)
  if (!name) throw new Error(`not a document name: ${text}`)
  return name
}

export const admit = (document: string, person: string, right: 'read' | 'write' = 'write', isDisplay = false): Admission => {
  const name = nameOf(document)
  const id = person as PersonId
  return {
    capability: { session: name.session, person: id, role: isDisplay ? 'display' : 'participant', expires: 0 },
    document: name,
    right,
    identity: isDisplay ? null : { person: id, name: person.toUpperCase(), jobRole: 'teacher' },
  }
}

export interface JoinOptions {
  readonly document?: string
  readonly person?: string
  readonly right?: 'read' | 'write'
  readonly extensions?: boolean
  readonly isDisplay?: boolean
}

/** A connection that sends raw frames and keeps what it is sent. */
export interface Line {
  readonly socket: SimulatedSocket
  readonly connection: Connection
  readonly received: ServerMessage[]
  /** Messages of one kind, in order. */
  of<K extends ServerMessage['kind']>(kind: K): Extract<ServerMessage, { kind: K }>[]
  code(): number | null
}

/** A relay with simulated time and sockets over any store. */
export interface Rig {
  readonly relay: Relay
  readonly clock: VirtualClock
  /** What `recheck` will find, by person. */
  readonly rights: Map<string, Result<'read' | 'write', CloseCode>>
  join(options?: JoinOptions): Promise<Line>
}

export function createRig(store: DocStore, limits: Partial<RelayLimits> = {}, clock = new VirtualClock()): Rig {
  const rights: Rig['rights'] = new Map()
  const authorize = {
    admit: () => ok(admit('s1/board~1', 'p1')),
    rightNow: ({ capability, right }: Admission) => rights.get(capability.person) ?? ok(right),
  }
  const relay = createRelay({ store, authorize, clock, log: silentLog, metrics: noMetrics, limits })
  let people = 0
  return {
    relay,
    clock,
    rights,
    async join({ document = 's1/board~1', person = `p${++people}`, right = 'write', extensions = true, isDisplay = false } = {}) {
      const line = openLine(relay, clock, admit(document, person, right, isDisplay), extensions)
      await clock.advance(0)
      return line
    },
  }
}

function openLine(relay: Relay, clock: VirtualClock, admission: Admission, extensions: boolean): Line {
  const received: ServerMessage[] = []
  let closed: number | null = null
  const socket = new SimulatedSocket(clock, {
    onMessage(payload) {
      const message = readServerMessage(payload)
      if (!message.ok) throw new Error('the relay sent something that is no message')
      received.push(message.value)
    },
    onClose: (code) => void (closed = code),
  })
  const connection = relay.connect(admission, extensions, socket)
  socket.attach(connection)
  return {
    socket,
    connection,
    received,
    of: (kind) => received.filter((message): message is Extract<ServerMessage, { kind: typeof kind }> => message.kind === kind),
    code: () => closed,
  }
}
