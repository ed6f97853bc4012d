import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import styles from './Menu.module.css'

export interface MenuItem {
  readonly key: string
  readonly label: ReactNode
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly disabled?: boolean
  readonly danger?: boolean
  /** A mark beside the item that is in force. */
  readonly checked?: boolean
}

export interface MenuProps {
  /** One button that opens the menu; it gets the focus back. */
  readonly trigger: ReactElement
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'center' | 'end'
  /** Called with true before the menu opens. */
  readonly onOpenChange?: (open: boolean) => void
  /** Open from the start: for menus that are made only once they are asked for. */
  readonly defaultOpen?: boolean
}

/** A list of actions behind a button: arrow keys, Home, End, first letters, Escape. */
export function Menu({ trigger, items, align = 'start', onOpenChange, defaultOpen = false }: MenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen={defaultOpen} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.content} align={align} sideOffset={6} collisionPadding={8} loop>
          {items.map((item) => (
            <Radix.Item
              key={item.key}
              className={styles.item}
              disabled={item.disabled ?? false}
              data-danger={item.danger || undefined}
              data-checked={item.checked || undefined}
              onSelect={item.onSelect}
            >
              {item.icon && <span className={styles.icon}>{item.icon}</span>}
              <span>{item.label}</span>
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
