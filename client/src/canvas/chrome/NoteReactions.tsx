import { REACTIONS, type NoteId, type Reaction } from '@groundswell/shared'
import { CircleHelp, Heart, ThumbsUp } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useValue, type TLShape } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import { idOfKey, isNote, keyOfShape } from '../engine/records.ts'
import styles from './chrome.module.css'

const SIGNS = { same: ThumbsUp, heart: Heart, question: CircleHelp } as const

/** What one may say to the one note that is selected; nothing where one may not. */
export function NoteReactions({ shapes }: { readonly shapes: readonly TLShape[] }) {
  const { viewer } = useRuntime()
  const may = useValue('react', () => viewer.get().mayReact, [viewer])
  const [only] = shapes.length === 1 ? shapes : []
  if (!may || !isNote(only)) return null
  const note = idOfKey(keyOfShape(only.id)) as NoteId
  return REACTIONS.map((kind) => <React key={kind} note={note} kind={kind} />)
}

function React({ note, kind }: { readonly note: NoteId; readonly kind: Reaction }) {
  const { t } = useTranslation('canvas')
  const Sign = SIGNS[kind]
  const { counts, mine, react } = useRuntime().input.reactions
  const count = useSyncExternalStore(counts.subscribe, counts.get).get(note)?.[kind] ?? 0
  const given = useSyncExternalStore(mine.subscribe, mine.get)
  const on = given.some((reaction) => reaction.note === note && reaction.kind === kind)
  const label = count === 0 ? t(`react.${kind}`) : t('react.count', { what: t(`react.${kind}`), count })
  return (
    <button
      type="button"
      className={styles.action}
      aria-pressed={on}
      aria-label={label}
      title={label}
      onClick={() => react(note, kind, !on)}
    >
      <Sign aria-hidden="true" />
      {count > 0 && <span aria-hidden="true">{count}</span>}
    </button>
  )
}
