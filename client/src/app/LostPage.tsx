import { useTranslation } from 'react-i18next'
import { QuietPage } from './QuietPage.tsx'

export function LostPage() {
  const { t } = useTranslation('common')
  return <QuietPage title={t('lost.title')} text={t('lost.text')} />
}
