import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { aboutName } from '../parts/index.ts'
import { useBoard, useCoachNotes, useCommand, useSession, useStage } from '../session/index.ts'
import { Button, Dialog, Field, TextInput, useToast } from '../ui/index.ts'
import { coachLog } from './coach-log.ts'
import css from './ExportsDialog.module.css'
import { EXPORTS, fileName, saveExport, saveFile, type ExportKind } from './save-export.ts'

export interface ExportsDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Everything to take home, and the end of the session. */
export function ExportsDialog({ open, onClose }: ExportsDialogProps) {
  const { t } = useTranslation('facilitation')
  return (
    <Dialog open={open} onClose={onClose} title={t('exports.title')} closeLabel={t('close')}>
      <p>{t('exports.text')}</p>
      <ul className={css.exports}>
        {EXPORTS.map((kind) => (
          <ExportRow key={kind} kind={kind} />
        ))}
        <CoachLogRow />
      </ul>
      <DeleteSession />
    </Dialog>
  )
}

function ExportRow({ kind }: { readonly kind: ExportKind }) {
  const { t } = useTranslation('facilitation')
  const session = useSession()
  const { title } = useStage()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const saved = await saveExport(session, kind, title)
    setBusy(false)
    if (!saved) toast.show(t('exports.failed'), 'danger')
  }
  return (
    <li className={css.row}>
      <span className={css.words}>
        <b>{t(`exports.${kind}`)}</b>
        <span className={css.quiet}>{t(`exports.${kind}Help`)}</span>
      </span>
      <Button busy={busy} aria-label={t('exports.downloadOf', { what: t(`exports.${kind}`) })} onClick={() => void save()}>
        {t('exports.download')}
      </Button>
    </li>
  )
}

/** The coach's own log goes to the coach alone: it is written on this device and no other export has it. */
function CoachLogRow() {
  const { t, i18n } = useTranslation('facilitation')
  const stage = useStage()
  const { notes } = useCoachNotes()
  const { view } = useBoard()
  const save = () => {
    const log = coachLog(
      `${t('exports.log')} · ${stage.title}`,
      notes,
      (about) => aboutName(about, stage, view) ?? '',
      i18n.language,
    )
    saveFile(new Blob([log], { type: 'text/markdown' }), fileName(`${stage.title} ${t('exports.log')}`, 'md'))
  }
  return (
    <li className={css.row}>
      <span className={css.words}>
        <b>{t('exports.log')}</b>
        <span className={css.quiet}>
          {notes.length === 0 ? t('exports.logEmpty') : t('exports.logHelp', { count: notes.length })}
        </span>
      </span>
      {notes.length > 0 && (
        <Button aria-label={t('exports.downloadOf', { what: t('exports.log') })} onClick={save}>
          {t('exports.download')}
        </Button>
      )}
    </li>
  )
}

/** Deleting asks for the title, typed: no slip of the hand ends a district's work. */
function DeleteSession() {
  const { t } = useTranslation('facilitation')
  const { title } = useStage()
  const command = useCommand()
  const [typed, setTyped] = useState('')
  return (
    <details className={css.delete}>
      <summary>{t('exports.deleteTitle')}</summary>
      <p>{t('exports.deleteText')}</p>
      <Field label={t('exports.deleteType', { title })}>
        <TextInput value={typed} autoComplete="off" onChange={setTyped} />
      </Field>
      {typed.trim() === title.trim() && (
        <Button variant="danger" onClick={() => void command({ type: 'session.delete' })}>
          {t('exports.delete')}
        </Button>
      )}
    </details>
  )
}
