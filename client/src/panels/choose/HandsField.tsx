import type { ClusterView } from '@groundswell/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../session/index.ts'
import { TextInput } from '../../ui/index.ts'
import css from './ChoosePanel.module.css'

const MOST_HANDS = 1_000

/** A number of hands; anything else is undefined. */
const readHands = (text: string): number | undefined => {
  const count = text.trim() === '' ? 0 : Number(text)
  return Number.isInteger(count) && count >= 0 && count <= MOST_HANDS ? count : undefined
}

/** Where a facilitator enters the hands that went up in the room. It is sent when the field is left. */
export function HandsField({ cluster, count }: { readonly cluster: ClusterView; readonly count: number }) {
  const { t } = useTranslation('steps')
  const command = useCommand()
  const [typed, setTyped] = useState<string | null>(null)
  const send = () => {
    const next = typed === null ? undefined : readHands(typed)
    setTyped(null)
    if (next !== undefined && next !== count) void command({ type: 'vote.hands', cluster: cluster.id, count: next })
  }
  return (
    <label className={css.hands}>
      <span>{t('choose.handsField')}</span>
      <TextInput
        value={typed ?? (count === 0 ? '' : String(count))}
        inputMode="numeric"
        aria-label={t('choose.handsOf', { title: cluster.title || t('cluster.untitled') })}
        onChange={setTyped}
        onBlur={send}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </label>
  )
}
