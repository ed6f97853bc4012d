import { useEffect } from 'react'
import { useNavigate } from '../../ui/index.ts'

/** Steps whose room was entered already; for the life of the page, so that the way back stays open. */
const entered = new Set<string>()

/** Takes a participant to their room when a step of room work begins, once per step. */
export function useEnterRoomOnce(path: string | null, step: string): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (path === null || entered.has(step)) return
    entered.add(step)
    navigate(path)
  }, [navigate, path, step])
}
