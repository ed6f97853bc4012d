import type { CompositionEventHandler, Ref } from 'react'

/** The props that shared text brings to a control: the next value itself, not an event. */
export interface TextControl<E> {
  readonly value: string
  readonly onChange: (next: string) => void
  readonly ref?: Ref<E> | undefined
  readonly onCompositionStart?: CompositionEventHandler<E> | undefined
  readonly onCompositionEnd?: CompositionEventHandler<E> | undefined
}
