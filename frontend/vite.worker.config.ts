import { defineConfig } from 'vite'

/** The service worker is one classic script: Firefox takes no module workers here. */
export default defineConfig({
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'build',
    emptyOutDir: true,
    lib: {
      entry: 'src/service-worker/sw.ts',
      formats: ['iife'],
      name: 'thaw',
      fileName: () => 'serviceworker.js',
    },
  },
})
