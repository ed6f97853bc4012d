import type { Step } from '@groundswell/shared'
import { useState, type RefObject } from 'react'

export interface ShownStep {
  readonly step: Step
  /** True while the session has moved on and an open editor keeps this person where they type. */
  readonly held: boolean
  readonly follow: () => void
}

const isWriting = (element: Element | null): boolean =>
  (element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')) &&
  element.value.trim() !== ''

/** The step on screen: the session's, except that moving on never closes an editor that someone types in. */
export function useShownStep(step: Step, panel: RefObject<HTMLElement | null>): ShownStep {
  const [shown, setShown] = useState(step)
  const [heldFor, setHeldFor] = useState<Step | null>(null)
  const follow = () => {
    setShown(step)
    setHeldFor(null)
  }
  if (shown.id !== step.id && heldFor?.id !== step.id) {
    const active = document.activeElement
    if (isWriting(active) && panel.current?.contains(active)) setHeldFor(step)
    else follow()
  }
  if (shown.id === step.id && (shown !== step || heldFor !== null)) follow()
  return { step: shown.id === step.id ? step : shown, held: shown.id !== step.id, follow }
}
