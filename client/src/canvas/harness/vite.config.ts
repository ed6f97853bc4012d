import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the page that the canvas's contract suite and measurements drive. It is no part of the product's bundle. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { dedupe: ['yjs', 'lib0', 'react', 'react-dom'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
    emptyOutDir: true,
    rolldownOptions: { input: ['index.html', 'peer.html'].map((file) => `${import.meta.dirname}/${file}`) },
  },
})
