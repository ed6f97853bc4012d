import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'
import css from './BoardList.module.css'

export type BoardPart = 'loose' | 'clusters'

export interface PartSwitchProps {
  readonly part: BoardPart
  readonly onPart: (part: BoardPart) => void
  readonly loose: number
  readonly clusters: number
}

/** On a narrow screen one half of the board is shown at a time; a wide one shows both and hides this. */
export function PartSwitch({ part, onPart, loose, clusters }: PartSwitchProps) {
  const { t } = useTranslation('list')
  return (
    <div className={css.switch} role="group" aria-label={t('parts')}>
      <Button aria-pressed={part === 'loose'} onClick={() => onPart('loose')}>
        {t('looseCount', { count: loose })}
      </Button>
      <Button aria-pressed={part === 'clusters'} onClick={() => onPart('clusters')}>
        {t('clustersCount', { count: clusters })}
      </Button>
    </div>
  )
}
