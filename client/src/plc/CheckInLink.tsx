import { Check, Link2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/index.ts'
import { Button, Field, TextInput } from '../ui/index.ts'
import styles from './checkin.module.css'
import { useRoom } from './room.ts'

/** The link that brings members back on any device. It is fetched when asked for, so that it stands on no screen by chance. */
export function CheckInLink() {
  const { t } = useTranslation('plc')
  const { plc } = useRoom()
  const session = useSession()
  const [link, setLink] = useState<string | null>(null)
  const [state, setState] = useState<'quiet' | 'copied' | 'failed'>('quiet')
  const load = async () => {
    const headers = { authorization: `Bearer ${session.token()}` }
    const answer = await fetch(`/api/sessions/${session.id}/plcs/${plc.id}/check-in`, { headers, cache: 'no-store' })
    if (!answer.ok) throw new Error(`the link was refused: ${answer.status}`)
    const { path } = (await answer.json()) as { readonly path: string }
    const whole = location.origin + path
    setLink(whole)
    await navigator.clipboard.writeText(whole).then(
      () => setState('copied'),
      // A browser may keep the clipboard to itself; then the link is there to be copied by hand.
      () => setState('quiet'),
    )
  }
  return (
    <div className={styles.link}>
      <p className={styles.quiet}>{t('link.help')}</p>
      <div>
        <Button onClick={() => void load().catch(() => setState('failed'))}>
          {state === 'copied' ? <Check aria-hidden size={18} /> : <Link2 aria-hidden size={18} />}{' '}
          {t(state === 'copied' ? 'link.copied' : 'link.copy')}
        </Button>
      </div>
      {state === 'failed' ? <p role="alert">{t('link.failed')}</p> : null}
      {link === null ? null : (
        <Field label={t('link.label')}>
          <TextInput value={link} readOnly onChange={() => {}} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
    </div>
  )
}
