import { useTranslation } from 'react-i18next'
import css from './RevealCount.module.css'
import { useRevealCount, useRevealNews } from './use-reveal-count.ts'

/** Three, two, one, on every screen at once. It lies above what one does and takes nothing from it. */
export function RevealCount({ size = 'screen' }: { readonly size?: 'screen' | 'display' }) {
  const { t } = useTranslation('steps')
  const seconds = useRevealCount()
  useRevealNews()
  if (seconds === null) return null
  return (
    <div className={css.count} data-size={size} aria-hidden="true">
      <p className={css.words}>{t(seconds === 0 ? 'reveal.now' : 'reveal.soon')}</p>
      {/* Keyed, so that each number makes its own entrance. */}
      <p className={css.number} key={seconds}>
        {seconds === 0 ? '…' : seconds}
      </p>
    </div>
  )
}
