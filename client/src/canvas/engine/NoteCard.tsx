import { cx } from '../../ui/index.ts'
import { fitText, LINE_HEIGHT } from '../model/fit-text.ts'
import type { NoteProps } from './records.ts'
import styles from './shapes.module.css'

/** A note: two elements or three, no hooks, nothing measured. Three thousand of these stand on a big board. */
export function NoteCard({ text, horizon, label, piled, told }: NoteProps) {
  const fit = fitText(text)
  return (
    <div className={cx(styles.note, horizon === 'ideal' && styles.ideal, piled && styles.piled)}>
      <p style={{ fontSize: fit.size, lineHeight: LINE_HEIGHT, WebkitLineClamp: fit.lines }}>{text}</p>
      <small>
        {label}
        {told !== '' && <b>{told}</b>}
      </small>
    </div>
  )
}
