import { participants, type Horizon, type StageView } from '@groundswell/shared'
import type { TFunction } from 'i18next'

/** "143 ideas so far · 49 of 52 people wrote": all that others may know while writing is private. */
export function writingWords(t: TFunction<'steps'>, stage: StageView, horizon: Horizon): string {
  const { notes, writers } = stage.writing[horizon]
  const total = Math.max(writers, participants(stage).length)
  return `${t('write.count', { count: notes })} · ${t('write.writers', { writers, total })}`
}
