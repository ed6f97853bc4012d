import { useMe, useStage } from '../session/index.ts'

/** A table may say who of it wrote a note, where names were promised to be shown (SPEC N8). */
export function useAsksInitials(): boolean {
  const named = useStage().naming === 'named'
  return useMe().person?.device === 'table' && named
}
