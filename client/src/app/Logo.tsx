import styles from './Logo.module.css'

/** The mark: a swell that rises from today into the morning. */
export function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 64 64" aria-hidden="true">
      <path className={styles.today} d="M0 0h32v64H0z" />
      <path className={styles.ideal} d="M32 0h32v64H32z" />
      <circle className={styles.sun} cx="44" cy="26" r="11" />
      <path className={styles.swell} d="M0 43c9 0 13-14 25-14s13 13 22 13 11-5 17-5v27H0z" />
      <path className={styles.front} d="M0 54c9 0 13-6 24-6s13 8 22 8 12-4 18-4v12H0z" />
    </svg>
  )
}
