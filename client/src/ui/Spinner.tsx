import styles from './Spinner.module.css'

/** The turning ring alone, inside something that already says what it waits for. */
export function SpinnerMark() {
  return <span className={styles.mark} aria-hidden="true" />
}

/** A wait that says what for. It appears after 300 ms, so that short waits do not flicker. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <div className={styles.spinner} role="status">
      <SpinnerMark />
      <span>{label}</span>
    </div>
  )
}
