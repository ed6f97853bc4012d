import type { Step } from '@groundswell/shared'

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The name of a step's default words in the catalogs: `writeCurrent`, `togetherIdeal`, `talkWorking`, `group`. */
export function stepKey({ kind, horizon, topic }: Pick<Step, 'kind' | 'horizon' | 'topic'>): string {
  const about = topic ?? horizon
  return about === null ? kind : `${kind}${capital(about)}`
}
