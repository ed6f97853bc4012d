import type { DocumentVersion } from '@groundswell/shared'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useSession, useStage } from '../session/index.ts'
import { Banner, Button, Dialog, Field, Select, Spinner, useToast } from '../ui/index.ts'
import { fetchVersions } from './fetch-versions.ts'
import css from './HistoryDialog.module.css'
import { RebuildDocument } from './RebuildDocument.tsx'

export interface HistoryDialogProps {
  readonly onClose: () => void
}

const BOARD = 'board'

/** What the board and the PLCs were like before, and the way back to it. */
export function HistoryDialog({ onClose }: HistoryDialogProps) {
  const { t } = useTranslation('facilitation')
  const [document, setDocument] = useState(BOARD)
  const [asking, setAsking] = useState<DocumentVersion | null>(null)
  const stage = useStage()
  return (
    <>
      <Dialog open={asking === null} onClose={onClose} title={t('history.title')} closeLabel={t('close')}>
        <p>{t('history.text')}</p>
        <DocumentChoice value={document} onChange={setDocument} />
        <Versions key={document} document={document} onAsk={setAsking} />
        {stage.rehearsal === null && <RebuildDocument key={`${document} lighter`} document={document} onDone={onClose} />}
      </Dialog>
      {asking !== null && (
        <RestoreDialog document={document} version={asking} onBack={() => setAsking(null)} onRestored={onClose} />
      )}
    </>
  )
}

/** Only where there is a choice: a session without PLCs has one document with a history. */
function DocumentChoice({ value, onChange }: { readonly value: string; readonly onChange: (document: string) => void }) {
  const { t } = useTranslation('facilitation')
  const { plcs } = useStage()
  if (plcs.length === 0) return null
  const options = [
    { value: BOARD, label: t('history.board') },
    ...plcs.map((plc) => ({ value: `plc:${plc.id}`, label: plc.name })),
  ]
  return (
    <Field label={t('history.of')}>
      <Select value={value} options={options} onChange={onChange} />
    </Field>
  )
}

type Loaded = 'loading' | 'failed' | readonly DocumentVersion[]

interface VersionsProps {
  readonly document: string
  readonly onAsk: (version: DocumentVersion) => void
}

function Versions({ document, onAsk }: VersionsProps) {
  const { t } = useTranslation('facilitation')
  const session = useSession()
  const [loaded, setLoaded] = useState<Loaded>('loading')
  useEffect(() => {
    let isHere = true
    void fetchVersions(session, document).then((versions) => isHere && setLoaded(versions ?? 'failed'))
    return () => void (isHere = false)
  }, [session, document])
  if (loaded === 'loading') return <Spinner label={t('history.loading')} />
  if (loaded === 'failed') return <Banner>{t('history.failed')}</Banner>
  if (loaded.length === 0) return <p className={css.quiet}>{t('history.none')}</p>
  return (
    <ul className={css.versions}>
      {loaded.map((version) => (
        <VersionRow key={version.id} version={version} onAsk={onAsk} />
      ))}
    </ul>
  )
}

/** The moment as a person says it: the time today, day and time before. */
function useMoment(): (at: number) => string {
  const { i18n } = useTranslation()
  const session = useSession()
  return (at) => {
    const today = new Date(Date.now() + session.clockOffset()).toDateString() === new Date(at).toDateString()
    const day = today ? {} : ({ weekday: 'short', month: 'short', day: 'numeric' } as const)
    return new Intl.DateTimeFormat(i18n.language, { hour: 'numeric', minute: '2-digit', ...day }).format(at)
  }
}

function VersionRow({ version, onAsk }: { readonly version: DocumentVersion; readonly onAsk: VersionsProps['onAsk'] }) {
  const { t } = useTranslation('facilitation')
  const time = useMoment()(version.at)
  const reason = t(`history.reason.${version.reason}`)
  return (
    <li className={css.version}>
      <span className={css.words}>
        <b>{time}</b>
        <span className={css.quiet}>{reason}</span>
      </span>
      <Button aria-label={t('history.restoreOf', { time, reason })} onClick={() => onAsk(version)}>
        {t('history.restoreShort')}
      </Button>
    </li>
  )
}

interface RestoreDialogProps {
  readonly document: string
  readonly version: DocumentVersion
  readonly onBack: () => void
  readonly onRestored: () => void
}

function RestoreDialog({ document, version, onBack, onRestored }: RestoreDialogProps) {
  const { t } = useTranslation('facilitation')
  const time = useMoment()(version.at)
  const command = useCommand()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const restore = async () => {
    setBusy(true)
    const done = await command({ type: 'version.restore', document, version: version.id })
    setBusy(false)
    if (!done) return
    toast.show(t('history.restored', { time }), 'ok')
    onRestored()
  }
  const actions = (
    <>
      <Button onClick={onBack}>{t('cancel')}</Button>
      <Button variant="primary" busy={busy} onClick={() => void restore()}>
        {t('history.restore')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onBack} title={t('history.confirmTitle', { time })} actions={actions}>
      <p>{t('history.confirmNothingLost')}</p>
      <p>{t(document === BOARD ? 'history.confirmBoard' : 'history.confirmPlc')}</p>
    </Dialog>
  )
}
