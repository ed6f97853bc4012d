import type { AttentionTarget, Spotlight } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../parts/index.ts'
import { useBoard, useStage } from '../../session/index.ts'

export interface AttentionWords {
  readonly target: (target: AttentionTarget) => string
  readonly called: (spotlight: Spotlight) => string
}

const MOST_LETTERS = 70
const short = (text: string): string => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text)

/** What everyone is to look at, in words: they stand wherever the thing itself is not in sight. */
export function useAttentionWords(): AttentionWords {
  const { t } = useTranslation('facilitation')
  const stage = useStage()
  const words = useWords(stage)
  const { view } = useBoard()
  const target = (of: AttentionTarget): string => {
    switch (of.kind) {
      case 'step':
        return words.step(stage.step).title
      case 'zone':
        return words.horizon(of.horizon)
      case 'cluster':
        return `“${view.clusters.get(view.merged.get(of.id) ?? of.id)?.title || t('attention.untitled')}”`
      case 'note':
        return `“${short(view.notes.get(of.id)?.text ?? '')}”`
      case 'plc':
        return stage.plcs.find((plc) => plc.id === of.id)?.name ?? ''
    }
  }
  const name = (of: Spotlight): string => stage.people.find((person) => person.id === of.by)?.name ?? t('attention.someone')
  return { target, called: (of) => t(`attention.called.${of.mode}`, { name: name(of), what: target(of.target) }) }
}
