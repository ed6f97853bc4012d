import styles from './chrome.module.css'
import { EmptyBoard } from './EmptyBoard.tsx'
import { HandLayer } from './HandLayer.tsx'
import { OverviewMap } from './OverviewMap.tsx'
import { PresenceLayer } from './PresenceLayer.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { TextEditor } from './TextEditor.tsx'
import { TileDoors } from './TileDoors.tsx'
import { Toolbar } from './Toolbar.tsx'
import { ZoneTitles } from './ZoneTitles.tsx'
import { ZoomBar } from './ZoomBar.tsx'

/** Everything in front of the board. It lets every press through but on its own controls, and leaves the mark's corner free. */
export function Chrome() {
  return (
    <div className={styles.chrome}>
      <ZoneTitles />
      <EmptyBoard />
      <HandLayer />
      <PresenceLayer />
      <TextEditor />
      <SelectionBar />
      <div className={styles.corner}>
        <OverviewMap />
        <ZoomBar />
      </div>
      <Toolbar />
      <TileDoors />
    </div>
  )
}
