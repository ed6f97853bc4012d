import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import buttonStyles from './Button.module.css'
import { cx } from './cx.ts'
import { navigate } from './navigation.ts'

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: string
  /** Looks like a button where going somewhere is the next action. */
  readonly look?: 'link' | 'primary' | 'plain' | 'quiet'
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented

/** A link inside the app: no page load, and all that a link can do (new tab, copy) still works. */
export function Link({ to, look = 'link', className, onClick, target, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (target || !isPlainClick(event)) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a
      {...rest}
      href={to}
      target={target}
      className={cx(look !== 'link' && buttonStyles.button, look !== 'link' && buttonStyles[look], className)}
      onClick={follow}
    >
      {children}
    </a>
  )
}
