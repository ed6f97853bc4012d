import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = { target: `http://127.0.0.1:${process.env['PORT'] ?? '4600'}`, ws: true }

export default defineConfig({
  plugins: [react()],
  // Two copies of yjs break its constructor checks, and with them every document.
  resolve: { dedupe: ['yjs', 'lib0', 'react', 'react-dom'] },
  build: {
    target: 'es2022',
    // Files as `data:` addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    sourcemap: false,
  },
  server: { proxy: { '/api': server, '/sync': server, '/healthz': server, '/readyz': server } },
})
