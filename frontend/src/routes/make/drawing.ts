import { extended, SIDE, strokeAt, type Point } from '../../lib/making/strokes.ts'
import type { Colour, Stroke } from '../../lib/making/types.ts'

interface Line {
  pointer: number
  kind: string
  stroke: Stroke
}

interface Hand {
  colour: () => Colour
  /** Shows the line that is being drawn; undefined when there is none any more. */
  show: (stroke: Stroke | undefined) => void
  done: (stroke: Stroke) => void
}

/** One hand at a time draws on the sheet: a mouse, a finger or a pen. Returns what lets go of the sheet. */
export function drawing(sheet: HTMLElement, { colour, show, done }: Hand): () => void {
  let line: Line | undefined
  let frame = 0

  function begin(event: PointerEvent) {
    if (event.button !== 0 || !free(line, event)) return
    event.preventDefault()
    sheet.focus({ preventScroll: true })
    sheet.setPointerCapture(event.pointerId)
    const [point] = pointsOf(sheet, [event])
    if (!point) return
    const stroke = strokeAt(colour(), point, event.pointerType === 'pen')
    line = { pointer: event.pointerId, kind: event.pointerType, stroke }
    paint()
  }

  function go(event: PointerEvent) {
    if (line?.pointer !== event.pointerId) return
    const between = event.getCoalescedEvents()
    for (const point of pointsOf(sheet, between.length > 0 ? between : [event]))
      line.stroke = extended(line.stroke, point)
    frame ||= requestAnimationFrame(paint)
  }

  // A call, a turn of the phone or a gesture of the system may end a line: what was drawn stays.
  function end(event: PointerEvent) {
    if (line?.pointer !== event.pointerId) return
    const { stroke } = line
    line = undefined
    paint()
    done(stroke)
  }

  function paint() {
    cancelAnimationFrame(frame)
    frame = 0
    show(line?.stroke)
  }

  const parts = { pointerdown: begin, pointermove: go, pointerup: end, pointercancel: end }
  for (const [name, part] of Object.entries(parts))
    sheet.addEventListener(name, part as EventListener)
  return () => {
    if (line) done(line.stroke)
    cancelAnimationFrame(frame)
    for (const [name, part] of Object.entries(parts))
      sheet.removeEventListener(name, part as EventListener)
  }
}

/** A hand that rests on the glass is no second line; a pen takes the place of the hand that holds it. */
function free(line: Line | undefined, { pointerType, isPrimary }: PointerEvent): boolean {
  if (!isPrimary) return false
  return line === undefined || (pointerType === 'pen' && line.kind === 'touch')
}

function pointsOf(sheet: HTMLElement, events: PointerEvent[]): Point[] {
  const { left, top, width, height } = sheet.getBoundingClientRect()
  return events.map(({ clientX, clientY, pressure }) => ({
    x: ((clientX - left) / width) * SIDE,
    y: ((clientY - top) / height) * SIDE,
    pressure,
  }))
}
