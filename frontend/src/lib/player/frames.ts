const CALM_MS = 200

/** Call `draw` before each frame, or a few times a second where nothing moves; returns what stops it. */
export function everyFrame(smooth: boolean, draw: () => void): () => void {
  let stop: () => void = () => undefined
  function again() {
    draw()
    stop = smooth ? frame(again) : timer(again)
  }
  again()
  return () => {
    stop()
  }
}

function frame(call: () => void): () => void {
  const id = requestAnimationFrame(call)
  return () => {
    cancelAnimationFrame(id)
  }
}

function timer(call: () => void): () => void {
  const id = setTimeout(call, CALM_MS)
  return () => {
    clearTimeout(id)
  }
}
