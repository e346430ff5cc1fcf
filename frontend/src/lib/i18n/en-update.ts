/** The words of a new version, loaded when there is one. */
export const enUpdate = { ready: 'A new version is ready.', use: 'Use it now' }
