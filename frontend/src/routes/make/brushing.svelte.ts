import { enMake } from '../../lib/i18n/en-make.ts'
import { MIDDLE, moved, ninth, type Brush } from '../../lib/making/brush.ts'
import { extended, strokeAt } from '../../lib/making/strokes.ts'
import type { Colour, Doodle, Stroke } from '../../lib/making/types.ts'
import type { Work } from './work.svelte.ts'

const t = enMake.doodle
const EVEN = 0.5

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>

/** A brush that the keys move, put down and lift; what it draws is a line like any other. */
export class Brushing {
  brush = $state.raw<Brush>(MIDDLE)
  /** The line has no end until the brush is lifted. */
  #line: Stroke | undefined

  constructor(
    private readonly work: Work<Doodle>,
    private readonly colour: () => Colour,
    private readonly say: (said: string) => void,
  ) {}

  lift(): void {
    this.#line = undefined
    this.brush = { ...this.brush, down: false }
  }

  /** Returns whether the key was one of the brush's. */
  key(event: Keys): boolean {
    if (event.altKey) return false
    if (event.ctrlKey || event.metaKey) return this.#command(event)
    if (event.key !== ' ') return this.#step(event)
    if (!event.repeat) this.#turn()
    return true
  }

  #command({ key, shiftKey }: Keys): boolean {
    if (key.toLowerCase() !== 'z') return false
    this.lift()
    if (shiftKey) this.work.redo()
    else this.work.undo()
    this.say(shiftKey ? enMake.steps.redone : enMake.steps.undone)
    return true
  }

  /** Put down and lifted again without a move, it leaves a dot. */
  #turn(): void {
    const where = t.ninths[ninth(this.brush)] ?? ''
    if (this.brush.down) {
      if (!this.#line) this.#draw(this.brush)
      this.lift()
      this.say(t.up(where))
    } else {
      this.brush = { ...this.brush, down: true }
      this.say(t.down(where))
    }
  }

  #step({ key, shiftKey }: Keys): boolean {
    const from = this.brush
    const to = moved(from, key, shiftKey)
    if (!to) return false
    this.brush = to
    if (to.down) this.#draw(from)
    return true
  }

  #draw(from: Brush): void {
    const { product } = this.work
    const going = this.#line
    const line = going ?? strokeAt(this.colour(), { ...from, pressure: EVEN }, false)
    const longer = extended(line, { ...this.brush, pressure: EVEN })
    const others = going ? product.strokes.slice(0, -1) : product.strokes
    this.#line = longer
    const next = { ...product, strokes: [...others, longer] }
    if (going) this.work.retouch(next)
    else this.work.change(next)
  }
}
