import { JOB_ROLES, type JobRole } from '@groundswell/shared'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RadioCards } from '../ui/index.ts'

export interface JobRoleChoiceProps {
  readonly label: ReactNode
  readonly value: JobRole | null
  readonly onChange: (next: JobRole) => void
}

/** What a person does in the district, as large choices. */
export function JobRoleChoice({ label, value, onChange }: JobRoleChoiceProps) {
  const { t } = useTranslation('steps')
  const options = JOB_ROLES.map((role) => ({ value: role, title: t(`role.${role}`) }))
  return <RadioCards label={label} name="job-role" value={value} onChange={onChange} options={options} columns={2} />
}
