import { displayCode, type StageView } from '@groundswell/shared'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useJoinCode } from '../session/index.ts'
import { QrCode } from '../ui/index.ts'
import css from './DisplayPage.module.css'

/** The way in, always in sight: late people join without asking anyone. */
export function JoinAside({ stage, children }: { readonly stage: StageView; readonly children?: ReactNode }) {
  const { t } = useTranslation('display')
  const code = useJoinCode()
  if (stage.codeLocked) {
    return (
      <aside className={css.aside}>
        <p className={css.label}>{t('locked')}</p>
        {children}
      </aside>
    )
  }
  return (
    <aside className={css.aside}>
      <p className={css.label}>{t('joinAt')}</p>
      <p className={css.host}>{location.host}</p>
      {code !== null && (
        <>
          <div className={css.qr}>
            <QrCode text={`${location.origin}/join/${displayCode(code)}`} label={t('qr')} />
          </div>
          <p className={css.code}>{displayCode(code)}</p>
        </>
      )}
      <p className={css.label}>{t('noAccount')}</p>
      {children}
    </aside>
  )
}
