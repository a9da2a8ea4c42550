import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '..')

/** A sandboxed preload is a single CommonJS file that requires nothing but Electron. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: join(root, 'build', 'preload'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { preload: join(root, 'electron', 'preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
})
