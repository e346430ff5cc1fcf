import type { BodyMark, Mark, Side, Zone } from '../names.ts'

const MARK_NAMES: Record<Mark, string> = {
  blank: 'blank',
  warm: 'warm',
  cold: 'cold',
  tight: 'tight',
  heavy: 'heavy',
  tingling: 'tingling',
  aching: 'aching',
}

type Middle = Exclude<Zone, `left_${string}` | `right_${string}`>
type Limb = Zone extends infer Z ? (Z extends `left_${infer L}` ? L : never) : never

/** No name is used on both sides, so that none needs its side said with it. */
const MIDDLE: Record<Middle, Record<Side, string>> = {
  head: { front: 'forehead', back: 'back of the head' },
  eyes: { front: 'eyes', back: 'behind the ears' },
  jaw: { front: 'jaw', back: 'base of the skull' },
  neck: { front: 'throat', back: 'back of the neck' },
  chest: { front: 'chest', back: 'between the shoulder blades' },
  ribs: { front: 'ribs', back: 'middle of the back' },
  belly: { front: 'belly', back: 'lower back' },
  pelvis: { front: 'pelvis', back: 'seat' },
}

/** One of two, and both; '*' is left or right. */
const LIMBS: Record<Limb, Record<Side, [one: string, both: string]>> = {
  shoulder: {
    front: ['* shoulder', 'both shoulders'],
    back: ['back of the * shoulder', 'backs of both shoulders'],
  },
  upper_arm: {
    front: ['* upper arm', 'both upper arms'],
    back: ['back of the * upper arm', 'backs of both upper arms'],
  },
  forearm: {
    front: ['* forearm', 'both forearms'],
    back: ['back of the * forearm', 'backs of both forearms'],
  },
  hand: {
    front: ['* hand', 'both hands'],
    back: ['back of the * hand', 'backs of both hands'],
  },
  thigh: {
    front: ['* thigh', 'both thighs'],
    back: ['back of the * thigh', 'backs of both thighs'],
  },
  knee: {
    front: ['* knee', 'both knees'],
    back: ['back of the * knee', 'backs of both knees'],
  },
  shin: { front: ['* shin', 'both shins'], back: ['* calf', 'both calves'] },
  foot: { front: ['* foot', 'both feet'], back: ['* heel', 'both heels'] },
}

const split = (zone: Zone): [hand: string, limb: Limb] | undefined => {
  const [, hand, limb] = /^(left|right)_(.+)$/.exec(zone) ?? []
  return hand && limb ? [hand, limb as Limb] : undefined
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

export function zoneName(zone: Zone, side: Side): string {
  const pair = split(zone)
  if (!pair) return MIDDLE[zone as Middle][side]
  return LIMBS[pair[1]][side][0].replace('*', pair[0])
}

export const markName = (mark: Mark): string => MARK_NAMES[mark]

/** 'Chest blank; both hands tingling.' Empty without marks. */
export function inWords(marks: BodyMark[]): string {
  const parts = marks.map((one) => `${placeInWords(one, marks)} ${markName(one.mark)}`)
  return parts.length === 0 ? '' : `${capital([...new Set(parts)].join('; '))}.`
}

/** The left and the right of one kind are named together when they are marked alike. */
function placeInWords({ zone, side, mark }: BodyMark, marks: BodyMark[]): string {
  const pair = split(zone)
  if (!pair) return zoneName(zone, side)
  const other = `${pair[0] === 'left' ? 'right' : 'left'}_${pair[1]}`
  const alike = marks.some((one) => one.zone === other && one.side === side && one.mark === mark)
  return alike ? LIMBS[pair[1]][side][1] : zoneName(zone, side)
}

/** The words of the body map. */
export const enBody = {
  marks: 'What is there',
  none: '—',
  list: 'As a list',
  drawing: 'As a drawing',
  which: 'Which side',
  sides: { front: 'Front', back: 'Back' },
  figures: { front: 'The front of the body', back: 'The back of the body' },
  keys: 'Arrow keys go from place to place; Enter puts the chosen mark there, or takes it away.',
  groups: { head: 'Head and neck', trunk: 'Trunk', arms: 'Shoulders and arms', legs: 'Legs' },
  undone: 'As it was before.',
  place: (zone: Zone, side: Side, mark: Mark | undefined) =>
    `${capital(zoneName(zone, side))}: ${mark ? markName(mark) : 'no mark'}`,
  marked: (zone: Zone, side: Side, mark: Mark | undefined) =>
    `${capital(zoneName(zone, side))}${side === 'front' ? ', front' : ''}: ${mark ? markName(mark) : 'no mark'}`,
  row: (zone: Zone, side: Side) => capital(zoneName(zone, side)),
}
