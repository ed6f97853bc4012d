import type { FocusType } from '@groundswell/shared'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/index.ts'

/** What a cluster or theme is about first: told by word and shape, colour only helps. */
export function FocusBadge({ focus }: { readonly focus: FocusType }) {
  const { t } = useTranslation('steps')
  const student = focus === 'student_outcome'
  return (
    <Badge tone={student ? 'violet' : 'rust'} mark={student ? 'dot' : 'square'}>
      {t(`focus.${focus}`)}
    </Badge>
  )
}
