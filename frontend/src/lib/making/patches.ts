import type { Side, Zone } from '../names.ts'
import type { Colour, Colours } from './types.ts'

export function colourAt({ body }: Colours, zone: Zone, side: Side): Colour | undefined {
  return body.find((patch) => patch.zone === zone && patch.side === side)?.colour
}

/** The same colour again takes it off, another takes its place. */
export function coloured(product: Colours, zone: Zone, side: Side, colour: Colour): Colours {
  const others = product.body.filter((patch) => patch.zone !== zone || patch.side !== side)
  const same = colourAt(product, zone, side) === colour
  return { ...product, body: same ? others : [...others, { zone, side, colour }] }
}
