import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Spinner } from '../ui/index.ts'
import { useDevice } from './device.ts'
import { QuietPage } from './QuietPage.tsx'
import { useAct } from './use-act.ts'
import { useEnter } from './use-enter.ts'

/** Brings a facilitator back with the link they kept. The secret leaves the address as soon as it was used. */
export function RecoverPage({ secret }: { readonly secret: string }) {
  const { t } = useTranslation(['start', 'errors', 'common'])
  const { api } = useDevice()
  const { enterAsFacilitator } = useEnter()
  const act = useAct()
  const recover = () =>
    act.run(
      () => api.recover(secret),
      (seat) => enterAsFacilitator(seat, '', '', true),
    )
  useEffect(() => {
    if (secret !== '') recover()
    // oxlint-disable-next-line react/exhaustive-deps -- once per link
  }, [secret])
  if (secret === '') return <QuietPage title={t('recover.title')} text={t('recover.missing')} />
  if (act.error === null) return <Spinner label={t('recover.opening')} />
  const outage = act.error === 'unavailable'
  return (
    <QuietPage title={t('recover.title')} text={outage ? t('errors:unavailable') : t('recover.text')}>
      {outage && (
        <Button variant="primary" onClick={recover}>
          {t('common:retry')}
        </Button>
      )}
    </QuietPage>
  )
}
