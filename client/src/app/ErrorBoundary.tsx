import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'
import styles from './ErrorBoundary.module.css'

/** The last net: calm words and a way on instead of an empty page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Crash /> : this.props.children
  }
}

function Crash() {
  const { t } = useTranslation('common')
  return (
    <main className={styles.crash}>
      <h1>{t('crash.title')}</h1>
      <p>{t('crash.text')}</p>
      <Button variant="primary" onClick={() => location.reload()}>
        {t('crash.reload')}
      </Button>
    </main>
  )
}
