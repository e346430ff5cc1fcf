/** A new stage takes the focus, so that what it says is read and the keys keep working. */
export function focused(node: HTMLElement): void {
  scrollTo(0, 0)
  node.focus({ preventScroll: true })
}
