import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx, Link } from '../ui/index.ts'
import { Landscape } from './Landscape.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import { Logo } from './Logo.tsx'
import styles from './PageFrame.module.css'
import { ThemeMenu } from './ThemeMenu.tsx'

export interface PageFrameProps {
  readonly children: ReactNode
  /** Shows the landscape of today and three years out behind the page. */
  readonly open?: boolean
}

/** What all pages outside a session share: brand, language, light and dark, licences. */
export function PageFrame({ children, open = false }: PageFrameProps) {
  const { t } = useTranslation('common')
  return (
    <div className={cx(styles.page, open && styles.open)}>
      <Landscape calm={!open} />
      <header className={styles.header}>
        <Link to="/" className={styles.brand}>
          <Logo />
          {t('brand')}
        </Link>
        <div className={styles.tools}>
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </header>
      <main className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <Link to="/licenses">{t('licences')}</Link>
      </footer>
    </div>
  )
}
