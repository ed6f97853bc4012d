import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { useMemo, useState } from 'react'
import {
  Tldraw,
  TldrawSelectionForeground,
  useEditor,
  useTldrawUser,
  useValue,
  type TLComponents,
  type TLSelectionForegroundProps,
} from 'tldraw'
import 'tldraw/tldraw.css'
import { Chrome } from '../chrome/Chrome.tsx'
import { createAddNoteTool } from './add-note-tool.ts'
import { RuntimeContext } from './context.ts'
import { Ground } from './Ground.tsx'
import { isBoardShape } from './records.ts'
import type { Runtime } from './runtime.ts'
import { boardShapeUtils } from './shapes.tsx'
import './theme.css'

const assetUrls = getAssetUrlsByImport()

const options = {
  maxFontsToLoadBeforeRender: 0,
  maxShapesPerPage: 20_000,
  maxPages: 1,
  branding: 'Groundswell',
  createTextOnCanvasDoubleClick: false,
}

/** Small steps where a board of fifty people lies: from the whole of it to a few clusters. */
const cameraOptions = { zoomSteps: [0.05, 0.1, 0.15, 0.22, 0.3, 0.4, 0.55, 0.75, 1, 1.5, 2, 4, 8] }

/** Handles for turning and scaling are for drawings alone. */
function Handles(props: TLSelectionForegroundProps) {
  const editor = useEditor()
  const hasCards = useValue('has cards', () => editor.getSelectedShapes().some(isBoardShape), [editor])
  return hasCards ? null : <TldrawSelectionForeground {...props} />
}

const components: TLComponents = {
  Background: Ground,
  InFrontOfTheCanvas: Chrome,
  SelectionForeground: Handles,
  ContextMenu: null,
  Toasts: null,
  Dialogs: null,
  Grid: null,
  CollaboratorCursor: null,
  CollaboratorHint: null,
}

/** The editor with our shapes, tools and surroundings, and nothing of tldraw's own interface but its watermark. */
export function Board({ runtime }: { readonly runtime: Runtime }) {
  const [tools] = useState(() => [createAddNoteTool(runtime.startDraft)])
  const { language, theme, licenseKey } = runtime.input
  const preferences = useMemo(
    () => ({
      id: 'me',
      name: runtime.viewer.get().name,
      locale: language,
      colorScheme: theme,
      isDynamicSizeMode: false,
      edgeScrollSpeed: 1,
    }),
    [runtime, language, theme],
  )
  const user = useTldrawUser({ userPreferences: preferences, setUserPreferences: ignore })
  return (
    <RuntimeContext value={runtime}>
      <Tldraw
        hideUi
        autoFocus={false}
        embeds={[]}
        user={user}
        options={options}
        cameraOptions={cameraOptions}
        assetUrls={assetUrls}
        components={components}
        shapeUtils={boardShapeUtils}
        tools={tools}
        onMount={runtime.attach}
        {...(licenseKey === null ? {} : { licenseKey })}
      />
    </RuntimeContext>
  )
}

const ignore = () => {}
