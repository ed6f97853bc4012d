import { useCallback, useLayoutEffect, useRef, type CSSProperties, type Ref, type TextareaHTMLAttributes } from 'react'
import type { TextControl } from './change.ts'
import styles from './control.module.css'
import { cx } from './cx.ts'
import { useFieldControl } from './Field.tsx'

export type TextAreaProps = TextControl<HTMLTextAreaElement> &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof TextControl<HTMLTextAreaElement>>

/** Sets the height to what the text needs, for browsers without `field-sizing: content`. */
export function fitHeight(area: HTMLTextAreaElement): void {
  // A height of our own would overrule the browser's, and stay wrong when the font arrives.
  if (typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}

function assign<E>(ref: Ref<E> | undefined, value: E | null): void {
  if (typeof ref === 'function') ref(value)
  else if (ref) ref.current = value
}

/** Several lines of text that grow with what is written. `onChange` gets the text. */
export function TextArea({ onChange, className, id, ref, value, rows = 2, ...rest }: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement | null>(null)
  const setRef = useCallback(
    (area: HTMLTextAreaElement | null) => {
      own.current = area
      assign(ref, area)
    },
    [ref],
  )
  useLayoutEffect(() => {
    if (own.current) fitHeight(own.current)
  }, [value])
  return (
    <textarea
      {...useFieldControl(id)}
      {...rest}
      ref={setRef}
      rows={rows}
      style={{ '--rows': rows } as CSSProperties}
      value={value}
      className={cx(styles.control, styles.area, className)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
