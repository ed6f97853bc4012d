import type { Point } from '@groundswell/shared'
import { StateNode, type TLStateNodeConstructor } from 'tldraw'

export const ADD_NOTE = 'add-note'

/** A tool that asks for a new note where the pointer is let go. */
export function createAddNoteTool(add: (at: Point) => void): TLStateNodeConstructor {
  return class AddNoteTool extends StateNode {
    static override id = ADD_NOTE
    override onEnter() {
      this.editor.setCursor({ type: 'cross', rotation: 0 })
    }
    override onExit() {
      this.editor.setCursor({ type: 'default', rotation: 0 })
    }
    override onPointerUp() {
      const { x, y } = this.editor.inputs.currentPagePoint
      this.editor.setCurrentTool('select')
      add({ x, y })
    }
    override onCancel() {
      this.editor.setCurrentTool('select')
    }
  }
}
