import { useMemo } from 'react'
import { qrPath } from './qr.ts'
import css from './QrCode.module.css'

/** Dark on light in both themes: readers fail on inverted codes. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, d } = useMemo(() => qrPath(text), [text])
  return (
    <svg className={css.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={d} />
    </svg>
  )
}
