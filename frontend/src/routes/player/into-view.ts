/** What was opened at the end of a screen is seen without having to look for it. */
export function intoView(node: HTMLElement): void {
  node.scrollIntoView({ block: 'nearest' })
}
