import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  readonly value: number
  readonly max: number
  readonly label: string
}

export function ProgressBar({ value, max, label }: ProgressBarProps) {
  return <progress className={styles.bar} value={Math.min(Math.max(value, 0), max)} max={Math.max(max, 1)} aria-label={label} />
}
