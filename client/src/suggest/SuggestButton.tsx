import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../session/index.ts'
import { Button } from '../ui/index.ts'
import { SuggestDialog, type SuggestActs } from './SuggestDialog.tsx'
import { useSuggestions } from './use-suggestions.ts'

export interface SuggestButtonProps {
  readonly acts: SuggestActs
}

/** "7 notes look alike": not there while none do, or while this device may not group. */
export function SuggestButton({ acts }: SuggestButtonProps) {
  const { t } = useTranslation('list')
  const { view, handle } = useBoard()
  const { groups, discarded } = useSuggestions(view)
  // Once used it stays: the focus comes back to it when its last group is done.
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused')
  const [first] = groups
  if (handle.right !== 'write' || (first === undefined && state === 'unused')) return null
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setState('open')}>
        {first === undefined ? t('alike.title') : t('alike.open', { count: first.notes.length })}
      </Button>
      {state === 'open' && <SuggestDialog groups={groups} discarded={discarded} acts={acts} onClose={() => setState('closed')} />}
    </>
  )
}
