import { CallButton, RaisedHands, TimerControl } from '../../facilitation/index.ts'
import { useMe, useStage } from '../../session/index.ts'
import { DoneButton } from './DoneButton.tsx'
import { asksDone } from './footer-facts.ts'

/** What the session's frame adds to a PLC's room: "I'm done" for its members; timer and attention for who leads. */
export function RoomTools() {
  const { step } = useStage()
  const facilitates = useMe().role === 'facilitator'
  if (!facilitates) return asksDone(step) ? <DoneButton main={false} /> : null
  return (
    <>
      <RaisedHands />
      <TimerControl />
      <CallButton />
    </>
  )
}
