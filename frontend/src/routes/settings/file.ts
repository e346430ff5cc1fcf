const REVOKE_AFTER_MS = 60_000

/** Hand the person a JSON file, made on the phone. */
export function saveAsFile(name: string, content: unknown): void {
  const blob = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Not at once: some browsers read the file only after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, REVOKE_AFTER_MS)
}
