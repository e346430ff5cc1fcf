type Deeds = Partial<Record<'play' | 'pause' | 'nexttrack' | 'previoustrack', () => void>>

/**
 * What the lock screen says and can do, where the phone has that and a sound is on; returns what takes it away. It names
 * no exercise: others can read a lock screen.
 */
export function onLockScreen(title: string, artist: string, deeds: Deeds): () => void {
  if (!('mediaSession' in navigator)) return () => undefined
  const { mediaSession } = navigator
  const artwork = [{ src: '/static/icons/icon-512.png', sizes: '512x512', type: 'image/png' }]
  mediaSession.metadata = new MediaMetadata({ title, artist, artwork })
  const actions = Object.keys(deeds) as (keyof Deeds)[]
  for (const action of actions) handle(action, deeds[action] ?? null)
  return () => {
    for (const action of actions) handle(action, null)
    mediaSession.metadata = null
    mediaSession.playbackState = 'none'
  }
}

export function sayPlaying(playing: boolean): void {
  if ('mediaSession' in navigator)
    navigator.mediaSession.playbackState = playing ? 'playing' : 'paused'
}

/** A browser that does not know an action says so by an error. */
function handle(action: MediaSessionAction, deed: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, deed)
  } catch {
    return
  }
}
