import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../ui/index.ts'
import { PageFrame } from './PageFrame.tsx'
import styles from './QuietPage.module.css'

/** One thing to say, and where to go from here. */
export function QuietPage({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) {
  const { t } = useTranslation('common')
  return (
    <PageFrame open>
      <div className={styles.quiet}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{text}</p>
        {children}
        <p>
          <Link to="/">{t('home')}</Link>
        </p>
      </div>
    </PageFrame>
  )
}
