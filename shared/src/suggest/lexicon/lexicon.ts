import { ADULTS } from './adults.ts'
import { COMMUNITY } from './community.ts'
import { LEARNERS } from './learners.ts'
import { LEARNING } from './learning.ts'
import type { Area } from './shape.ts'
import { SUBJECTS } from './subjects.ts'
import { TECHNOLOGY } from './technology.ts'

/** The fields of school life that notes are about, as people in K-12 schools speak of them, in English and Spanish. */
export const LEXICON: readonly Area[] = [...LEARNING, ...LEARNERS, ...SUBJECTS, ...TECHNOLOGY, ...ADULTS, ...COMMUNITY]
