import type { CSSProperties } from 'react'
import styles from './Avatar.module.css'

/** First letters of the first and the last word; whole characters, so that no script breaks. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = [...(words[0] ?? '')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

export interface AvatarProps {
  readonly name: string
  /** A CSS colour that carries `--presence-ink`; one of the presence tokens. */
  readonly colour?: string
}

export function Avatar({ name, colour = 'var(--presence-12)' }: AvatarProps) {
  return (
    <span className={styles.avatar} style={{ '--avatar': colour } as CSSProperties} role="img" aria-label={name} title={name}>
      {initials(name)}
    </span>
  )
}
