import type { Holds } from '../../session/index.ts'
import type { Hand } from '../model/drop.ts'
import { overlayOf } from '../model/overlay.ts'
import type { Overlay } from '../model/scene.ts'
import type { CanvasInput } from '../port.ts'
import { createDrag, type Drag } from './drag.ts'

/** All hands of this device: the renderer's own, and one for each finger on a touch panel. */
export interface Hands {
  readonly open: (hand: Hand, now: number) => Drag
  /** Ends a drag where the hand is, or, without one, where it began. */
  readonly close: (drag: Drag, hand: Hand | null) => void
  readonly overlay: () => Overlay
  /** True for the id of something in one of these hands. */
  readonly holds: (id: string) => boolean
}

export function createHands(input: CanvasInput, holds: Holds): Hands {
  const live = new Set<Drag>()
  const tell = () => input.people.drag([...live].map((drag) => drag.told()).filter((told) => told !== null))
  return {
    open: (hand, now) => {
      const isElsewhere = (id: string): boolean =>
        holds.all().has(id) || [...live].some((other) => other !== drag && other.holds(id))
      const drag: Drag = createDrag({ input, holds, isElsewhere, tell }, hand, now)
      live.add(drag)
      return drag
    },
    close: (drag, hand) => {
      live.delete(drag)
      if (hand === null || drag.givesWay()) drag.letGo()
      else drag.drop(hand)
      tell()
    },
    overlay: () =>
      overlayOf(
        input.board.get(),
        [...live].map((drag) => drag.above()).filter((above) => above !== null),
      ),
    holds: (id) => [...live].some((drag) => drag.holds(id)),
  }
}
