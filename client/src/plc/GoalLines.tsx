import {
  plcRoots,
  recordText,
  removeListItem,
  saveListItem,
  type GoalList,
  type ItemId,
  type ListItem,
} from '@groundswell/shared'
import { Plus, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId, useSharedText } from '../session/index.ts'
import { Button, IconButton, TextArea } from '../ui/index.ts'
import styles from './goal.module.css'
import { useRoom } from './room.ts'

/** One of the goal's lists: short lines, one idea each. */
export function GoalLines({ list }: { readonly list: GoalList }) {
  const { t } = useTranslation('plc')
  const { view, doc, canWrite } = useRoom()
  const [added, setAdded] = useState<ItemId | null>(null)
  const items = view.goal.lists[list]
  const add = () => {
    const id = newId<ItemId>()
    saveListItem(doc, list, id, '')
    setAdded(id)
  }
  return (
    <section className={styles.lines} aria-label={t(`goal.list.${list}.label`)}>
      <h3>{t(`goal.list.${list}.label`)}</h3>
      {canWrite ? <p className={styles.help}>{t(`goal.list.${list}.help`)}</p> : null}
      {!canWrite && items.length === 0 ? <p className={styles.empty}>{t('goal.empty')}</p> : null}
      {items.length > 0 ? (
        <ul>
          {items.map((item) => (
            <li key={item.id}>{canWrite ? <LineEditor item={item} list={list} fresh={added === item.id} /> : item.text}</li>
          ))}
        </ul>
      ) : null}
      {canWrite ? (
        <Button variant="quiet" onClick={add}>
          <Plus aria-hidden size={18} /> {t(`goal.list.${list}.add`)}
        </Button>
      ) : null}
    </section>
  )
}

function LineEditor({ item, list, fresh }: { readonly item: ListItem; readonly list: GoalList; readonly fresh: boolean }) {
  const { t } = useTranslation('plc')
  const { doc, presence } = useRoom()
  const shared = useSharedText(recordText(plcRoots(doc).items, item.id, 'text'))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (fresh) box.current?.querySelector('textarea')?.focus()
  }, [fresh])
  return (
    <div className={styles.line} ref={box}>
      <TextArea
        {...shared}
        rows={1}
        aria-label={t(`goal.list.${list}.label`)}
        placeholder={t('goal.exampleText', { example: t(`goal.list.${list}.example`) })}
        onFocus={() => presence.setEditing(`item.${item.id}`)}
        onBlur={() => presence.setEditing(null)}
      />
      <IconButton label={t('goal.removeItem', { text: item.text })} onClick={() => removeListItem(doc, item.id)}>
        <X aria-hidden size={18} />
      </IconButton>
    </div>
  )
}
