/** A hidden page is never painted. */
const AT_LATEST_MS = 300

/** Resolves once what stands now has been painted: work that can wait goes after it. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, AT_LATEST_MS)
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
  })
}
