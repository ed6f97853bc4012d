import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRef, type ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  readonly open: boolean
  /** Escape, a press outside, or the cross. */
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children?: ReactNode
  /** Buttons, the safe one first; the main one last. */
  readonly actions?: ReactNode
  /** Shows a cross with this name in the corner. */
  readonly closeLabel?: string
  readonly wide?: boolean
}

/** Where the focus is; inside a menu, which is about to go, the button that opened it. */
function focusNow(): HTMLElement | null {
  const active = document.activeElement
  const menu = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  const place = menu ? document.getElementById(menu) : active
  return place instanceof HTMLElement ? place : null
}

/** A question or a form above the page. Focus goes in, stays in, and returns to where it came from. */
export function Dialog({ open, onClose, title, children, actions, closeLabel, wide = false }: DialogProps) {
  const cameFrom = useRef<HTMLElement | null>(null)
  const remember = () => {
    cameFrom.current = focusNow()
  }
  const goBack = (event: Event) => {
    event.preventDefault()
    cameFrom.current?.focus()
  }
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={cx(styles.content, wide && styles.wide)}
          aria-describedby={undefined}
          onOpenAutoFocus={remember}
          onCloseAutoFocus={goBack}
        >
          <div className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            {closeLabel && (
              <Radix.Close asChild>
                <IconButton label={closeLabel}>
                  <X aria-hidden="true" />
                </IconButton>
              </Radix.Close>
            )}
          </div>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
