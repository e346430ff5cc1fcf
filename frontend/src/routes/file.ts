const REVOKE_AFTER_MS = 60_000

/** To the browser's downloads. */
export function handOver(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  // Not at once: some browsers read the file only after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, REVOKE_AFTER_MS)
}

/** Browsers share some kinds of files only, and some share none. */
export function canShare(files: File[]): boolean {
  return 'canShare' in navigator && navigator.canShare({ files })
}

/** Call it in a click. A person who changes their mind is no failure. */
export async function share(files: File[]): Promise<void> {
  try {
    await navigator.share({ files })
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  }
}
