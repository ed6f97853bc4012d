import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../session/index.ts'
import { Button, useToast } from '../ui/index.ts'
import css from './RebuildDocument.module.css'

export interface RebuildDocumentProps {
  /** `board`, or `plc:<id>`. */
  readonly document: string
  readonly onDone: () => void
}

/** For a document that has grown slow or full: the same, without its past. */
export function RebuildDocument({ document, onDone }: RebuildDocumentProps) {
  const { t } = useTranslation('facilitation')
  const command = useCommand()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const rebuild = async () => {
    setBusy(true)
    const done = await command({ type: 'document.rebuild', document })
    setBusy(false)
    if (!done) return
    toast.show(t('history.lighter.done'), 'ok')
    onDone()
  }
  return (
    <section className={css.row} aria-label={t('history.lighter.title')}>
      <p className={css.words}>{t('history.lighter.text')}</p>
      <Button busy={busy} onClick={() => void rebuild()}>
        {t('history.lighter.title')}
      </Button>
    </section>
  )
}
