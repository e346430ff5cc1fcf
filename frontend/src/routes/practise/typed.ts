/**
 * What is in the search field of each entry of the history, so that it stands there again on the way back. It lives as
 * long as the page: in no address, and on no disk.
 */
const typed = new Map<string, string>()

export function typedHere(): string {
  return typed.get(entry()) ?? ''
}

export function rememberTyped(text: string): void {
  typed.set(entry(), text)
}

function entry(): string {
  return (history.state as { key?: string } | null)?.key ?? ''
}
