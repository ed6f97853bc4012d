import { cx } from '../ui/index.ts'
import styles from './Landscape.module.css'

/** Today on one side, a morning on the other, a horizon between, and a swell that carries from one to the other. Decoration only. */
export function Landscape({ calm }: { readonly calm: boolean }) {
  return (
    <div className={cx(styles.landscape, calm && styles.calm)} aria-hidden="true">
      <svg className={styles.picture} viewBox="0 0 1440 420" preserveAspectRatio="xMidYMax slice">
        <circle className={styles.sun} cx="1268" cy="176" r="96" />
        <path className={styles.far} d="M0 262c190 0 290-34 500-34s330 50 520 42 270-40 420-40v190H0z" />
        <path className={styles.near} d="M0 318c220 0 330-62 560-62s360 88 560 84 220-34 320-34v114H0z" />
        <path className={styles.front} d="M0 376c200 0 300-32 520-32s330 56 560 56 260-22 360-22v42H0z" />
      </svg>
    </div>
  )
}
