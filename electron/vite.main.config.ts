import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '..')

/** The host's own code in one bundle of ES modules. Only Electron and the native database stay outside. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: join(root, 'build', 'main'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: join(root, 'electron', 'main.ts'),
        core: join(root, 'core', 'create-core.ts'),
        'document-worker': join(root, 'core', 'documents', 'worker.ts'),
        'share-agent': join(root, 'core', 'share', 'agent-main.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})
