import type { ClusterId } from '@groundswell/shared'
import { Flag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useValue, type TLShape } from 'tldraw'
import { useRuntime } from '../engine/context.ts'
import { idOfKey, isCluster, keyOfShape } from '../engine/records.ts'
import styles from './chrome.module.css'

/** Says of the one cluster that is selected that it needs another look; nothing while that is not asked. */
export function ClusterFlag({ shapes }: { readonly shapes: readonly TLShape[] }) {
  const { t } = useTranslation('canvas')
  const { viewer, input } = useRuntime()
  const flags = useValue('flags', () => viewer.get().flags, [viewer])
  const [only] = shapes.length === 1 ? shapes : []
  if (flags === null || !isCluster(only)) return null
  const cluster = idOfKey(keyOfShape(only.id)) as ClusterId
  const on = flags.mine.includes(cluster)
  const count = flags.counts.get(cluster) ?? 0
  return (
    <button type="button" className={styles.action} aria-pressed={on} onClick={() => input.onFlag(cluster, !on)}>
      <Flag aria-hidden="true" />
      {count === 0 ? t('selection.look_again') : t('selection.look_again_count', { count })}
    </button>
  )
}
