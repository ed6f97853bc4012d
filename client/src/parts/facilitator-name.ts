import type { StageView } from '@groundswell/shared'

/** Who leads the session, as people are told on screen; null while nobody does. */
export function facilitatorName(stage: Pick<StageView, 'people'>): string | null {
  const name = stage.people.find((person) => person.role === 'facilitator' && !person.removed)?.name ?? ''
  return name === '' ? null : name
}
