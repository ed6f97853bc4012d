import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Banner.module.css'

export interface BannerProps {
  readonly tone?: 'plain' | 'ok' | 'warn' | 'danger'
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** A line of news or of trouble that stays until it no longer holds. */
export function Banner({ tone = 'plain', children, action }: BannerProps) {
  return (
    <div className={cx(styles.banner, styles[tone])} role={tone === 'danger' ? 'alert' : 'status'}>
      <div className={styles.words}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
