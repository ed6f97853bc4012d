import { useTranslation } from 'react-i18next'
import styles from './LicencePage.module.css'
import { PageFrame } from './PageFrame.tsx'

/** What the product is made of and under which terms; the texts themselves are files beside the app. */
export function LicencePage() {
  const { t } = useTranslation('start')
  return (
    <PageFrame>
      <article className={styles.text}>
        <h1 className={styles.title}>{t('licences.title')}</h1>
        <p>{t('licences.own')}</p>
        <p>
          {t('licences.tldraw')} <a href="/licenses/tldraw-3.x-LICENSE.md">{t('licences.tldrawShow')}</a>
        </p>
        <p>
          {t('licences.font')} <a href="/licenses/atkinson-hyperlegible-next-OFL.txt">{t('licences.fontShow')}</a>
        </p>
        <p>{t('licences.other')}</p>
      </article>
    </PageFrame>
  )
}
