import { displayCode, type SessionLinks } from '@groundswell/shared'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useLinks, useStage } from '../session/index.ts'
import { Banner, Button, Dialog, QrCode, TextInput, useToast } from '../ui/index.ts'
import { LobbySwitch } from './Lobby.tsx'
import css from './ShareDialog.module.css'

export interface ShareDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** The code as large as it can be, a QR code, and the three links with what each of them gives away. */
export function ShareDialog({ open, onClose }: ShareDialogProps) {
  const { t } = useTranslation('facilitation')
  const links = useLinks()
  return (
    <Dialog open={open} onClose={onClose} title={t('share.title')} closeLabel={t('close')} wide>
      {links === null ? <p>{t('share.noLinks')}</p> : <Links links={links} />}
    </Dialog>
  )
}

const absolute = (path: string): string => new URL(path, location.origin).href

function Links({ links }: { readonly links: SessionLinks }) {
  const { t } = useTranslation('facilitation')
  const { codeLocked } = useStage()
  const command = useCommand()
  return (
    <div className={css.share}>
      <div className={css.code}>
        <p className={css.quiet}>{t('share.at', { host: location.host })}</p>
        <p className={css.letters}>{displayCode(links.code)}</p>
        <div className={css.qr}>
          <QrCode text={absolute(links.join)} label={t('share.qr')} />
        </div>
        <Button onClick={() => void command({ type: 'code.lock', locked: !codeLocked })}>
          {t(codeLocked ? 'share.unlock' : 'share.lock')}
        </Button>
        <LobbySwitch />
        <p className={css.quiet}>{t('lobby.help')}</p>
      </div>
      <div className={css.links}>
        {codeLocked && <Banner tone="warn">{t('share.locked')}</Banner>}
        <LinkRow label={t('share.join')} help={t('share.joinHelp')} url={absolute(links.join)} />
        <LinkRow label={t('share.display')} help={t('share.displayHelp')} url={absolute(links.display)} />
        <LinkRow label={t('share.recovery')} help={t('share.recoveryHelp')} url={absolute(links.recovery)} careful />
      </div>
    </div>
  )
}

interface LinkRowProps {
  readonly label: string
  readonly help: string
  readonly url: string
  readonly careful?: boolean
}

function LinkRow({ label, help, url, careful = false }: LinkRowProps) {
  const { t } = useTranslation('facilitation')
  const toast = useToast()
  const id = useId()
  const copy = () =>
    void navigator.clipboard.writeText(url).then(
      () => toast.show(t('share.copied'), 'ok'),
      () => toast.show(t('share.copyFailed'), 'warn'),
    )
  return (
    <div className={css.link} data-careful={careful || undefined}>
      <label htmlFor={id}>{label}</label>
      <p className={css.quiet}>{help}</p>
      <div className={css.copy}>
        <TextInput id={id} value={url} readOnly onChange={() => {}} onFocus={(event) => event.currentTarget.select()} />
        <Button aria-label={t('share.copyOf', { what: label })} onClick={copy}>
          {t('share.copy')}
        </Button>
      </div>
    </div>
  )
}
