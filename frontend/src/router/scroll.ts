const PATIENCE_MS = 800

/**
 * Go to where the screen was left, once what it reads from the phone has made it tall enough. At the start, without
 * an offset, nothing has scrolled yet, and asking would cost a layout.
 */
export async function scrollBack(offset?: number, begun = performance.now()): Promise<void> {
  if (offset === undefined) return
  const short = () => document.documentElement.scrollHeight < offset + innerHeight
  while (short() && performance.now() - begun < PATIENCE_MS)
    await new Promise(requestAnimationFrame)
  scrollTo(0, offset)
}
