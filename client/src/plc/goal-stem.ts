import type { Goal } from '@groundswell/shared'

/** The parts of "By …, students will … as seen in …", each empty where the goal has no words for it yet. */
export interface Stem {
  readonly who: 'students' | 'adults'
  readonly end: string
  readonly what: string
  readonly seenIn: string
}

/** A sentence put into the middle of another: no full stop, and a small first letter unless the word is a name in capitals. */
export function asClause(text: string): string {
  const bare = text.trim().replace(/[.\s]+$/, '')
  const [first = '', second = ''] = bare
  return second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
    ? bare
    : first.toLowerCase() + bare.slice(1)
}

/** "Students regularly make work" said after "students will" needs no second subject. */
const withoutSubject = (text: string): string =>
  text.replace(
    /^(the |our |los |las |nuestros |nuestras )?(students?|teachers?|adults?|estudiantes?|docentes?|adultos?)\s+(will |can )?/i,
    '',
  )

/** Reads a first goal sentence out of what the team has already written. The student side leads where both are there. */
export function goalStem(goal: Pick<Goal, 'studentOutcome' | 'teacherAction' | 'end' | 'indicators'>): Stem {
  const who = goal.studentOutcome.trim() === '' && goal.teacherAction.trim() !== '' ? 'adults' : 'students'
  const wanted = who === 'students' ? 'student_outcome' : 'teacher_action'
  const seen = goal.indicators.find((indicator) => indicator.measures === wanted) ?? goal.indicators[0]
  return {
    who,
    end: goal.end,
    what: asClause(withoutSubject(asClause(who === 'students' ? goal.studentOutcome : goal.teacherAction))),
    seenIn: asClause(seen?.text ?? ''),
  }
}
