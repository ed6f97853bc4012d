import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Toast.module.css'

export type ToastTone = 'plain' | 'ok' | 'warn' | 'danger'

interface Shown {
  readonly key: number
  readonly text: string
  readonly tone: ToastTone
}

export interface Toasts {
  readonly show: (text: string, tone?: ToastTone) => void
}

const ToastContext = createContext<Toasts | null>(null)

/** Long enough to read twice: 5 s and 60 ms per character. */
const showFor = (text: string): number => 5000 + 60 * text.length

/** Shows short messages at the bottom edge. They never take the focus, and the same text is not stacked. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const next = useRef(0)
  const show = useCallback((text: string, tone: ToastTone = 'plain') => {
    const key = next.current++
    setShown((before) => [...before.filter((toast) => toast.text !== text).slice(-2), { key, text, tone }])
    setTimeout(() => setShown((before) => before.filter((toast) => toast.key !== key)), showFor(text))
  }, [])
  const toasts = useMemo(() => ({ show }), [show])
  return (
    <ToastContext value={toasts}>
      {children}
      <div className={styles.stack} role="status" aria-live="polite">
        {shown.map((toast) => (
          <p key={toast.key} className={cx(styles.toast, styles[toast.tone])}>
            {toast.text}
          </p>
        ))}
      </div>
    </ToastContext>
  )
}

const SILENT: Toasts = { show: () => {} }

export const useToast = (): Toasts => useContext(ToastContext) ?? SILENT
