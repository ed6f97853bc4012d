import { useTranslation } from 'react-i18next'
import { Link } from '../ui/index.ts'
import { CodeForm } from './CodeForm.tsx'
import { QuietPage } from './QuietPage.tsx'

/** The address is a session's, but this device has no seat in it. */
export function NoSeatPage() {
  const { t } = useTranslation('common')
  return (
    <QuietPage title={t('session.noSeat.title')} text={t('session.noSeat.text')}>
      <CodeForm />
    </QuietPage>
  )
}

export function GonePage() {
  const { t } = useTranslation('common')
  return <QuietPage title={t('session.gone.title')} text={t('session.gone.text')} />
}

export function SignedOutPage() {
  const { t } = useTranslation('common')
  return (
    <QuietPage title={t('session.signedOut.title')} text={t('session.signedOut.text')}>
      <Link to="/join" look="primary">
        {t('session.signedOut.again')}
      </Link>
    </QuietPage>
  )
}
