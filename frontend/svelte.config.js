import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

// By content, so that the frame rendered into the shell wears the same classes as the app.
const cssHash = ({ hash, css }) => `t-${hash(css)}`

export default { preprocess: vitePreprocess(), compilerOptions: { runes: true, cssHash } }
