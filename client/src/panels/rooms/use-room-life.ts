import type { Plc } from '@groundswell/shared'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { usePlc, usePresence, useStage } from '../../session/index.ts'
import { roomLife, type RoomLife } from './room-life.ts'

const LOOK_EVERY = 5_000

/** The live state of a room, looked at every few seconds and whenever someone comes, goes or opens a field. */
export function useRoomLife(plc: Plc): RoomLife {
  const { doc } = usePlc(plc.id).handle
  const channel = usePresence({ kind: 'plc', plc: plc.id })
  const others = useSyncExternalStore(channel.subscribe, channel.others)
  const { roomsDone } = useStage().room
  const changedAt = useRef(0)
  const [quietFor, setQuietFor] = useState(0)
  useEffect(() => {
    const changed = () => {
      changedAt.current = Date.now()
    }
    changed()
    doc.on('update', changed)
    const timer = setInterval(() => setQuietFor(Date.now() - changedAt.current), LOOK_EVERY)
    return () => {
      doc.off('update', changed)
      clearInterval(timer)
    }
  }, [doc])
  const said = roomsDone.find((room) => room.plc === plc.id)
  const members = others.filter((other) => plc.members.includes(other.person))
  return roomLife({
    members: said?.here ?? 0,
    here: new Set(members.map((member) => member.person)).size,
    editing: members.some((member) => member.editing !== null),
    quietFor,
    done: said?.done ?? 0,
  })
}
