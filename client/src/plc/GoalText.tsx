import { goalText, type GoalField } from '@groundswell/shared'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoom } from './room.ts'
import { SharedField, type SharedFieldProps } from './SharedField.tsx'

type Props = Pick<SharedFieldProps, 'children' | 'hints' | 'size'> & { readonly field: GoalField }

/** The three parts of one sentence: their labels say it all. */
const NO_HELP: readonly GoalField[] = ['theoryIf', 'theoryThen', 'theorySoThat']

/** One field of the goal, with its standard name, help and example. */
export function GoalText({ field, ...rest }: Props) {
  const { t } = useTranslation('plc')
  const { doc, canWrite, view } = useRoom()
  const text = useMemo(() => (canWrite ? goalText(doc, field) : null), [doc, field, canWrite])
  return (
    <SharedField
      label={t(`goal.field.${field}.label`)}
      help={NO_HELP.includes(field) ? '' : t(`goal.field.${field}.help`)}
      example={t(`goal.field.${field}.example`)}
      name={`goal.${field}`}
      text={text}
      value={view.goal[field]}
      {...rest}
    />
  )
}
