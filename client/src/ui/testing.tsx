import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean
}

export interface Rendered {
  readonly container: HTMLElement
  readonly rerender: (node: ReactNode) => void
  readonly unmount: () => void
}

/** Renders into the page of a test; effects have run when it returns. */
export function render(node: ReactNode): Rendered {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const container = document.createElement('div')
  document.body.append(container)
  const root = createRoot(container)
  const rerender = (next: ReactNode) => act(() => root.render(next))
  rerender(node)
  return {
    container,
    rerender,
    unmount: () => {
      act(() => root.unmount())
      container.remove()
    },
  }
}

/** Types into a controlled field the way a browser does: value first, then the event. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')
  act(() => {
    property?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export function press(target: Element, key: string): void {
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
}

export function click(target: Element | null): void {
  act(() => void target?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })))
}
