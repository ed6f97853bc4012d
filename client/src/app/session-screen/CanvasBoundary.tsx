import { Component, type ReactNode } from 'react'

export interface CanvasBoundaryProps {
  readonly onFailed: () => void
  readonly children: ReactNode
}

/** Where the canvas cannot load or falls over, the list shows the same board. */
export class CanvasBoundary extends Component<CanvasBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch() {
    this.props.onFailed()
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
