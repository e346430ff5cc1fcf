interface ImportMetaEnv {
  /** Of package.json, put in when the app is built. */
  readonly VITE_VERSION: string
}
