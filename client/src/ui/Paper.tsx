import type { ElementType, HTMLAttributes, ReactNode, Ref } from 'react'
import { cx } from './cx.ts'
import styles from './Paper.module.css'

export interface PaperProps extends Omit<HTMLAttributes<HTMLElement>, 'children'> {
  /** Cool is square cornered, warm is rounded: the shape says it too. */
  readonly side: 'cool' | 'warm'
  readonly as?: ElementType
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly selected?: boolean
  readonly ref?: Ref<HTMLElement>
}

/** A piece of good paper: flat colour, fine edge. */
export function Paper({ side, as: Tag = 'div', children, footer, selected = false, className, ...rest }: PaperProps) {
  return (
    <Tag {...rest} className={cx(styles.paper, styles[side], selected && styles.selected, className)}>
      <div className={styles.text}>{children}</div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </Tag>
  )
}
