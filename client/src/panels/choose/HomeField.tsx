import { LIMITS, type ClusterView } from '@groundswell/shared'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useStage } from '../../session/index.ts'
import { TextInput } from '../../ui/index.ts'
import css from './ChoosePanel.module.css'

/** Where a facilitator writes what becomes of a cluster that is no theme. It is sent when the field is left. */
export function HomeField({ cluster, text }: { readonly cluster: ClusterView; readonly text: string }) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const { themes } = useStage()
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const send = () => {
    const next = typed?.trim()
    setTyped(null)
    if (next !== undefined && next !== text) void command({ type: 'cluster.home', cluster: cluster.id, text: next })
  }
  return (
    <label className={css.home}>
      <span className={css.quiet}>{t('choose.home')}</span>
      <TextInput
        value={typed ?? text}
        maxLength={LIMITS.home}
        list={id}
        placeholder={t('choose.homePlaceholder')}
        aria-label={t('choose.homeOf', { title: cluster.title || t('cluster.untitled') })}
        onChange={setTyped}
        onBlur={send}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <datalist id={id}>
        {themes.map((theme) => (
          <option key={theme.id}>{t('choose.homeIn', { theme: theme.title })}</option>
        ))}
      </datalist>
    </label>
  )
}
