import { Lightbulb } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './hint.module.css'

/** A quiet remark beside a field. It never stands in the way. */
export function Hint({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.hint}>
      <Lightbulb aria-hidden size={16} />
      <span>{children}</span>
    </p>
  )
}
