import { REACTIONS, type Reaction } from '@groundswell/shared'
import { CircleHelp, Heart, ThumbsUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '../ui/index.ts'
import css from './Reactions.module.css'

export interface ReactionsProps {
  /** How many, in the order of `REACTIONS`. */
  readonly counts: readonly number[]
  readonly mine: ReadonlySet<Reaction>
  /** Null where one may only read: then a kind without any is not there. */
  readonly onReact: ((kind: Reaction, on: boolean) => void) | null
}

/** Pictures, not letters: the only text on a chip is its count, so that what is read is also what voice control is told. */
const SIGNS = { same: ThumbsUp, heart: Heart, question: CircleHelp } as const

/** What people say to a note without a word: how many, in words for those who do not see the signs. */
export function Reactions({ counts, mine, onReact }: ReactionsProps) {
  const { t } = useTranslation('steps')
  const shown = REACTIONS.flatMap((kind, index) => {
    const count = counts[index] ?? 0
    return onReact === null && count === 0 ? [] : [{ kind, count }]
  })
  if (shown.length === 0) return null
  return (
    <span className={css.reactions} role="group" aria-label={t('react.label')}>
      {shown.map(({ kind, count }) => {
        const words = count === 0 ? t(`react.${kind}`) : t('react.count', { what: t(`react.${kind}`), count })
        const Sign = SIGNS[kind]
        const content = (
          <>
            <Sign aria-hidden="true" size={18} />
            {count > 0 && <span aria-hidden="true">{count}</span>}
          </>
        )
        if (onReact === null)
          return (
            <span key={kind} className={css.told}>
              {content}
              <VisuallyHidden>{words}</VisuallyHidden>
            </span>
          )
        return (
          <button
            key={kind}
            type="button"
            className={css.chip}
            aria-pressed={mine.has(kind)}
            aria-label={words}
            title={t(`react.${kind}`)}
            onClick={() => onReact(kind, !mine.has(kind))}
          >
            {content}
          </button>
        )
      })}
    </span>
  )
}
