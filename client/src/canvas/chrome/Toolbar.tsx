import { Eraser, Hand, MousePointer2, MoveUpRight, Pencil, Redo2, StickyNote, Type, Undo2, type LucideIcon } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { Button, IconButton } from '../../ui/index.ts'
import { ADD_NOTE } from '../engine/add-note-tool.ts'
import { useRuntime } from '../engine/context.ts'
import { mayWrite } from '../engine/runtime.ts'
import styles from './chrome.module.css'
import { InkColours } from './InkColours.tsx'

interface Tool {
  readonly id: string
  readonly icon: LucideIcon
  readonly key: string
  /** Left out where the bar would not fit. */
  readonly wide?: boolean
}

const TOOLS: readonly Tool[] = [
  { id: 'select', icon: MousePointer2, key: 'V' },
  { id: 'hand', icon: Hand, key: 'H' },
  { id: ADD_NOTE, icon: StickyNote, key: 'N' },
  { id: 'draw', icon: Pencil, key: 'D' },
  { id: 'arrow', icon: MoveUpRight, key: 'A', wide: true },
  { id: 'text', icon: Type, key: 'T', wide: true },
  { id: 'eraser', icon: Eraser, key: 'E', wide: true },
]

/** The tools that the step allows, and taking back one's own doing. */
export function Toolbar() {
  const { t } = useTranslation('canvas')
  const runtime = useRuntime()
  const { viewer } = runtime
  const write = useValue('write', () => mayWrite(viewer.get()), [viewer])
  const mayAdd = useValue('may add', () => viewer.get().mayAdd, [viewer])
  if (!write && !mayAdd) return null
  if (!write) {
    return (
      <div className={styles.bottom}>
        <Button className={styles.add} onClick={() => runtime.startDraft()}>
          <StickyNote aria-hidden="true" />
          {t('tools.add-note')}
        </Button>
      </div>
    )
  }
  const tools = TOOLS.filter(({ id }) => id !== ADD_NOTE || mayAdd)
  return (
    <div className={styles.bottom}>
      <InkColours />
      <div className={styles.bar} role="toolbar" aria-label={t('tools.label')}>
        {tools.map((tool) => (
          <ToolButton key={tool.id} tool={tool} />
        ))}
        <History />
      </div>
    </div>
  )
}

function ToolButton({ tool }: { readonly tool: Tool }) {
  const { t } = useTranslation('canvas')
  const editor = useEditor()
  const active = useValue('tool', () => editor.getCurrentToolId() === tool.id, [editor, tool.id])
  const Icon = tool.icon
  return (
    <IconButton
      className={tool.wide ? styles.wide : ''}
      label={t('tools.with_key', { tool: t(`tools.${tool.id}`), key: tool.key })}
      aria-pressed={active}
      onClick={() => editor.setCurrentTool(tool.id)}
    >
      <Icon aria-hidden="true" />
    </IconButton>
  )
}

function History() {
  const { t } = useTranslation('canvas')
  const { does } = useRuntime().input
  const { canUndo, canRedo } = useSyncExternalStore(does.history.subscribe, does.history.get)
  return (
    <>
      <span className={styles.rule} />
      <IconButton label={t('tools.undo')} disabled={!canUndo} onClick={does.undo}>
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton label={t('tools.redo')} disabled={!canRedo} onClick={does.redo} className={styles.wide}>
        <Redo2 aria-hidden="true" />
      </IconButton>
    </>
  )
}
