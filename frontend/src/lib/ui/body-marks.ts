import { SIDES, ZONES, type BodyMark, type Mark, type Side, type Zone } from '../names.ts'

const sameSpot = (a: BodyMark, b: Omit<BodyMark, 'mark'>) => a.zone === b.zone && a.side === b.side

const rank = ({ side, zone }: BodyMark) => SIDES.indexOf(side) * ZONES.length + ZONES.indexOf(zone)

export function markAt(value: BodyMark[], zone: Zone, side: Side): Mark | undefined {
  return value.find((one) => sameSpot(one, { zone, side }))?.mark
}

/** With this mark, or none, on the zone; in the order of the lists, whatever was tapped first. */
export function withMark(
  value: BodyMark[],
  zone: Zone,
  side: Side,
  mark: Mark | undefined,
): BodyMark[] {
  const others = value.filter((one) => !sameSpot(one, { zone, side }))
  return (mark ? [...others, { zone, side, mark }] : others).sort((a, b) => rank(a) - rank(b))
}

/** A tap: the same mark again takes it away, another takes its place. */
export function toggled(value: BodyMark[], zone: Zone, side: Side, mark: Mark): BodyMark[] {
  return withMark(value, zone, side, markAt(value, zone, side) === mark ? undefined : mark)
}

/** What a figure draws of one side. */
export function fillsOf(value: BodyMark[], side: Side): Map<Zone, { mark: Mark }> {
  return new Map(value.filter((one) => one.side === side).map(({ zone, mark }) => [zone, { mark }]))
}
