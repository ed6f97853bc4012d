import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createAnnouncements, type Announcements } from './announcements.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const AnnouncerContext = createContext<Announcements | null>(null)

/** Reads out what changed without moving anyone's focus. One per page. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const announcements = useMemo(() => createAnnouncements(), [])
  const [text, setText] = useState('')
  useEffect(() => announcements.listen(setText), [announcements])
  return (
    <AnnouncerContext value={announcements}>
      {children}
      <VisuallyHidden>
        <span role="log" aria-live="polite" aria-atomic="true">
          {text}
        </span>
      </VisuallyHidden>
    </AnnouncerContext>
  )
}

const SILENT: Announcements = createAnnouncements()

/** `announce(text)`: said within two seconds, together with what else happened meanwhile. */
export const useAnnounce = (): Announcements['announce'] => (useContext(AnnouncerContext) ?? SILENT).announce

/** Lets a person stop announcements and start them again. */
export const useAnnouncements = (): Announcements => useContext(AnnouncerContext) ?? SILENT
