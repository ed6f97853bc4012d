import { createRoot } from 'react-dom/client'
import './app/tokens.css'
import './app/base.css'
import { App } from './app/App.tsx'
import { keepShell } from './app/offline-shell.ts'
import { currentTheme, showTheme } from './app/theme.ts'
import { startI18n } from './i18n/index.ts'

const root = document.getElementById('root')
if (root) {
  showTheme(currentTheme())
  await startI18n()
  createRoot(root).render(<App />)
  // In development the files change under the worker's feet.
  if (import.meta.env.PROD) void keepShell()
}
