import type { PersonId, Plc } from '@groundswell/shared'
import { useEffect, useState } from 'react'
import { changeCounts, usePlc, usePresence, useSession, useStage, type PresenceChannel } from '../../session/index.ts'
import { roomLife, type RoomLife } from './room-life.ts'
import { keepWatch, lookAgain, quietOnes, type Author, type RoomWatch } from './room-watch.ts'

const LOOK_EVERY = 5_000

/** What can be told of a room from outside. */
export interface RoomSight {
  readonly life: RoomLife
  /** Members who are here and have changed nothing for long. */
  readonly quiet: readonly PersonId[]
  readonly away: readonly PersonId[]
  /** Milliseconds since the last change; null while none was seen. */
  readonly lastChange: number | null
}

/** The live state of a room, looked at every few seconds. */
export function useRoomLife(plc: Plc): RoomSight {
  const { doc, ready } = usePlc(plc.id).handle
  const channel = usePresence({ kind: 'plc', plc: plc.id })
  const { id } = useSession()
  const { roomsDone, calling } = useStage().room
  const key = `${id}.${plc.id}`
  const [seen, setSeen] = useState<{ readonly now: number; readonly watch: RoomWatch } | null>(null)
  useEffect(() => {
    // What arrives while a document loads is nobody's change of this moment.
    if (!ready) return
    const look = () => {
      const now = Date.now()
      setSeen({ now, watch: keepWatch(key, (before) => lookAgain(before, changeCounts(doc), authorsIn(channel), now)) })
    }
    look()
    const timer = setInterval(look, LOOK_EVERY)
    const stop = channel.subscribe(look)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [doc, ready, channel, key])
  const others = channel.others()
  const here = plc.members.filter((member) => others.some((other) => other.person === member))
  const changedAt = seen?.watch.changedAt ?? null
  const said = roomsDone.find((room) => room.plc === plc.id)
  return {
    quiet: seen === null ? [] : quietOnes(seen.watch, here, seen.now),
    away: plc.members.filter((member) => !here.includes(member)),
    lastChange: seen === null || changedAt === null ? null : seen.now - changedAt,
    life: roomLife({
      calling: calling.includes(plc.id),
      members: said?.here ?? 0,
      here: here.length,
      editing: others.some((other) => here.includes(other.person) && other.editing !== null),
      quietFor: seen === null ? 0 : seen.now - (changedAt ?? seen.watch.since),
      done: said?.done ?? 0,
    }),
  }
}

const authorsIn = (channel: PresenceChannel): readonly Author[] =>
  channel
    .others()
    .flatMap(({ client, person, editing }) => (client === undefined ? [] : [{ client, person, editing: editing !== null }]))
