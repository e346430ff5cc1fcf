import { injectManifest } from 'workbox-build'

/** Writes the list of files of this build into the worker; any warning fails the build. */
const { count, size, warnings } = await injectManifest({
  swSrc: 'build/serviceworker.js',
  swDest: 'dist/serviceworker.js',
  globDirectory: 'dist',
  globPatterns: ['index.html', 'static/**/*.{js,css,woff2,png,svg,json,webp}'],
  // The app shows icons in notifications only; the system fetches the others when it installs.
  globIgnores: [
    'static/screenshots/**',
    'static/icons/!(icon-192|monochrome-512).png',
    'static/icons/*.svg',
  ],
  // Vite's names hold a hash of the content: no revision, and no second download.
  dontCacheBustURLsMatching: /static\/assets\//,
  modifyURLPrefix: { '': '/' },
  manifestTransforms: [
    (entries) => ({
      manifest: entries.map((entry) =>
        entry.url === '/index.html' ? { ...entry, url: '/' } : entry,
      ),
      warnings: [],
    }),
  ],
})
if (warnings.length > 0) throw new Error(warnings.join('\n'))
console.log(`Precached: ${count} files, ${Math.ceil(size / 1024)} KB`)
