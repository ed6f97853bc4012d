import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Badge.module.css'

export interface BadgeProps {
  readonly tone?: 'violet' | 'rust' | 'plain' | 'accent'
  /** A shape that says the same as the colour. */
  readonly mark?: 'dot' | 'square' | 'none'
  readonly children: ReactNode
}

export function Badge({ tone = 'plain', mark = 'none', children }: BadgeProps) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      {mark !== 'none' && <span className={cx(styles.mark, styles[mark])} aria-hidden="true" />}
      {children}
    </span>
  )
}
