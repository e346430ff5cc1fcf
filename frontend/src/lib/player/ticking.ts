/** Call `tick` now and again after as many milliseconds as it answers; returns what stops it. */
export function ticking(tick: () => number): () => void {
  let timer: ReturnType<typeof setTimeout>
  function again() {
    timer = setTimeout(again, tick())
  }
  again()
  return () => {
    clearTimeout(timer)
  }
}
