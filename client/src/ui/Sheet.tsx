import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useState, type ReactElement, type ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import styles from './Sheet.module.css'

export interface SheetProps {
  /** A Button or IconButton that opens it. */
  readonly trigger: ReactElement
  readonly title: ReactNode
  readonly closeLabel: string
  readonly children: ReactNode
}

/** Work at the side of the page. The page beside it stays in use; Escape or the cross closes it. */
export function Sheet({ trigger, title, closeLabel, children }: SheetProps) {
  const [open, setOpen] = useState(false)
  return (
    <Radix.Root open={open} onOpenChange={setOpen} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.sheet}
          aria-describedby={undefined}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <div className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={closeLabel}>
                <X aria-hidden="true" />
              </IconButton>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
