import type { Point } from '@groundswell/shared'

/**
 * Keeps the touch events of some fingers from the renderer, which would try to cancel them where the browser no longer allows
 * it. `isOwn` says whether the finger that went down at this place, in screen px, is one of ours; its pointer event came before.
 */
export function keepTouches(container: HTMLElement, isOwn: (at: Point) => boolean): () => void {
  const own = new Set<number>()
  const stop = (event: TouchEvent) => {
    // Cancelled at its start, a touch makes no mouse events, which would take the focus from whoever is writing.
    if (event.cancelable) event.preventDefault()
    event.stopPropagation()
  }
  const onStart = (event: TouchEvent) => {
    const touches = [...event.changedTouches]
    if (!touches.every(({ clientX, clientY }) => isOwn({ x: clientX, y: clientY }))) return
    for (const { identifier } of touches) own.add(identifier)
    stop(event)
  }
  const onEnd = (event: TouchEvent) => {
    const touches = [...event.changedTouches].map(({ identifier }) => identifier)
    if (touches.every((identifier) => own.has(identifier))) stop(event)
    for (const identifier of touches) own.delete(identifier)
  }
  const options = { capture: true, passive: false }
  container.addEventListener('touchstart', onStart, options)
  container.addEventListener('touchend', onEnd, options)
  container.addEventListener('touchcancel', onEnd, options)
  return () => {
    container.removeEventListener('touchstart', onStart, options)
    container.removeEventListener('touchend', onEnd, options)
    container.removeEventListener('touchcancel', onEnd, options)
  }
}
