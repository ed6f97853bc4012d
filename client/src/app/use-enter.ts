import type { FacilitatorSeat, Seat } from '@groundswell/shared'
import { useNavigate } from '../ui/index.ts'
import { useDevice } from './device.ts'

/** Keeps a new seat on this device and goes into its session. */
export function useEnter() {
  const { seats } = useDevice()
  const navigate = useNavigate()
  const enter = (seat: Seat, title: string, name: string, replace = false) => {
    seats.remember({ seat, title, name, lastUsed: Date.now() })
    navigate(`/s/${seat.session}`, { replace })
  }
  return {
    enter,
    enterAsFacilitator: ({ seat }: FacilitatorSeat, title = '', name = '', replace = false) => enter(seat, title, name, replace),
  }
}
