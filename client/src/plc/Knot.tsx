import type { ReactNode } from 'react'
import styles from './thread.module.css'

/** One knot of the thread, with its name beside it. */
export function Knot({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className={styles.knot}>
      <span className={styles.name}>{name}</span>
      <div>{children}</div>
    </li>
  )
}
