import type { ApiErrorCode, Result, Seat } from '@groundswell/shared'
import type { Device } from '../session/index.ts'

const NAME = 'groundswell.display'

interface Kept {
  readonly secret: string
  readonly seat: Seat
}

function kept(secret: string): Seat | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Kept | null
    return found?.secret === secret ? found.seat : null
  } catch {
    return null
  }
}

function keep(secret: string, seat: Seat): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ secret, seat } satisfies Kept))
  } catch {
    // Without storage each load takes a seat of its own.
  }
}

/** The seat of a shared screen. It lasts as long as its tab: a screen that is loaded again is not another screen. */
export async function openDisplaySeat(api: Device['api'], secret: string): Promise<Result<Seat, ApiErrorCode>> {
  const before = kept(secret)
  const again = before === null ? null : await api.refresh(before.session, before.key)
  const answer = again !== null && (again.ok || again.error === 'unavailable') ? again : await api.openDisplay(secret)
  if (answer.ok) keep(secret, answer.value)
  return answer
}
