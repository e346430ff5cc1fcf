import type { Side, Zone } from '../names.ts'

/** The drawing's own units: x 0 … 200, y 0 … 480; the person's middle is x = 100. */
export const WIDTH = 200
export const HEIGHT = 480

export type Point = readonly [x: number, y: number]

/**
 * From the crown down the viewer's right to between the legs. Only absolute `M`, `L`, `C`, `Z` and 'x y' pairs, here and
 * below, so that a path can be mirrored and measured without a browser.
 */
const HALF = `M100 12
C114.4 12 124.4 22.4 124.4 38.2
C124.4 39.6 124.3 40.8 124.2 41.8
C126.3 40.6 127.8 42.8 127.4 46.4
C126.9 50.4 125.4 53.2 123.3 53
C121.8 61.2 118.6 67.8 114 72.2
C112.4 73.8 112 78 112 81.4
C112 91.4 119 96 129 99.4
C141.4 103.6 151.4 107.6 154.8 119.6
C157.6 130.6 160.4 147 163.4 160
C166 171.6 168.8 181 171 190
C174.4 204 177 220 178.4 234
C179 240 181.4 245 183 251.4
C185 260 185.8 268.4 184.4 276.4
C183.3 282.4 181.2 287 178.4 287
C175.2 287 174 282.4 173.5 277.4
C173.1 273.6 172.5 270.8 171.4 268.2
C171.2 271.8 169.3 273.6 167.9 271.4
C165.7 267.8 166.2 259.4 167.5 252
C168.3 247.4 168.4 243 167.9 238.4
C166.2 225.4 162.8 210 158.8 197
C154.2 182 148.6 166 144.6 155
C143.2 151.2 142 148 140.8 146.4
C139.8 145 139 145.8 138.8 148.2
C138 158.6 136.6 168 134.8 177.6
C133.2 186 132.4 192 132.7 199
C133.2 209.6 137 219 138.8 231
C140.8 244.6 141.4 258 140.2 274
C138.6 297 133.4 320 130.6 338
C129.2 347 129.2 355 129.8 363
C130.8 374.4 132.2 385 130.8 398
C129 414.4 123.6 429.6 122.2 443
C121.6 449 125 453.4 128 457.8
C131.2 462.4 131.8 467.2 127 468.6
C121.4 470.2 113.6 470 111 467
C108.8 464.4 109.8 458 110.4 453
C110.8 449.4 111 446.4 110.8 443
C109.8 428 107.4 414 107.2 398
C107 385 108.6 375 108.6 364
C108.6 352 107.8 344 107 334
C105.2 312 104 284 103.2 264
C102.9 258 102 254.6 100 254.6`

const mirroredPoint = ([x, y]: Point): Point => [Math.round((WIDTH - x) * 100) / 100, y]

const mirrored = (path: string): string =>
  path.replace(/([\d.]+) ([\d.]+)/g, (_, x: string, y: string) =>
    mirroredPoint([Number(x), Number(y)]).join(' '),
  )

const both = (path: string): string => path + mirrored(path)

/** Two open halves: a fill closes them along the middle, a stroke leaves the middle free. */
export const OUTLINE = both(HALF)

/** Collarbones and navel; shoulder blades and spine. */
export const LINES: Record<Side, string> = {
  front: `${both('M107 104.6 C113 102.4 121 103.2 128.6 106.6')}M100 209 C100.9 210.4 100.9 212 100 213.4`,
  back: `${both('M112 121 C118.2 126.6 122.2 135.6 123 146.4')}M100 108 C99.5 138 99.5 172 100 206`,
}

interface Place {
  path: string
  /** A point well inside, from which the arrow keys measure. */
  centre: Point
}

/**
 * Each zone runs over the outline, which clips it. Neighbours share their curves to the last digit, so that they tile the
 * figure without a gap.
 */
const MIDDLE = {
  head: { path: 'M72 10 L128 10 L128 36 C112 39.5 88 39.5 72 36 Z', centre: [100, 26] },
  eyes: {
    path: 'M72 36 C88 39.5 112 39.5 128 36 L128 53 C112 57 88 57 72 53 Z',
    centre: [100, 47],
  },
  jaw: {
    path: 'M72 53 C88 57 112 57 128 53 L128 69 L113 72.8 C109 77.6 104.6 80.5 100 80.5 C95.4 80.5 91 77.6 87 72.8 L72 69 Z',
    centre: [100, 68],
  },
  neck: {
    path: 'M72 69 L87 72.8 C91 77.6 95.4 80.5 100 80.5 C104.6 80.5 109 77.6 113 72.8 L128 69 L128 92.9 L118 98.6 C112 102.2 106 104.2 100 104.2 C94 104.2 88 102.2 82 98.6 L72 92.9 Z',
    centre: [100, 92],
  },
  chest: {
    path: 'M82 98.6 C88 102.2 94 104.2 100 104.2 C106 104.2 112 102.2 118 98.6 C128 112 136.5 131 140 146 L140 152 C118 157.5 82 157.5 60 152 L60 146 C63.5 131 72 112 82 98.6 Z',
    centre: [100, 131],
  },
  ribs: {
    path: 'M60 152 C82 157.5 118 157.5 140 152 L142 186 C124 191 112 192 100 192 C88 192 76 191 58 186 Z',
    centre: [100, 173],
  },
  belly: {
    path: 'M58 186 C76 191 88 192 100 192 C112 192 124 191 142 186 L146 222 C126 228 112 229 100 229 C88 229 74 228 54 222 Z',
    centre: [100, 210],
  },
  pelvis: {
    path: 'M54 222 C74 228 88 229 100 229 C112 229 126 228 146 222 L143 244 C128 248 113 253 100 264 C87 253 72 248 57 244 Z',
    centre: [100, 241],
  },
} satisfies Partial<Record<Zone, Place>>

/** On the viewer's right; what is on the left mirrors them. */
const HALVES = {
  shoulder: {
    path: 'M118 98.6 L128 92.9 L162 92.9 L162 134 C156 140 149 143 140 146 C136.5 131 128 112 118 98.6 Z',
    centre: [144, 120],
  },
  upper_arm: {
    path: 'M140 146 C149 143 156 140 162 134 L174 134 L174 184 C166 188 159 190 149 190 Z',
    centre: [157, 165],
  },
  forearm: {
    path: 'M149 190 C159 190 166 188 174 184 L182 184 L182 238 C176 241 171 241 158 240 Z',
    centre: [169, 213],
  },
  hand: {
    path: 'M158 240 C171 241 176 241 182 238 L189 238 L189 289 L158 289 Z',
    centre: [177, 262],
  },
  thigh: {
    path: 'M143 244 C128 248 113 253 100 264 L100 334 C110 337 122 337 143 332 Z',
    centre: [121, 293],
  },
  knee: {
    path: 'M100 334 C110 337 122 337 143 332 L135 366 C124 371 112 371 100 367 Z',
    centre: [118, 352],
  },
  shin: {
    path: 'M100 367 C112 371 124 371 135 366 L135 440 C120 444 110 444 100 441 Z',
    centre: [118, 404],
  },
  foot: {
    path: 'M100 441 C110 444 120 444 135 440 L135 472 L100 472 Z',
    centre: [118, 457],
  },
} satisfies Record<string, Place>

/** Where a zone lies for the viewer: the person's left is on the right of their front, on the left of their back. */
export function placeOf(zone: Zone, side: Side): Place {
  const [, hand, limb] = /^(left|right)_(.+)$/.exec(zone) ?? []
  if (!limb) return MIDDLE[zone as keyof typeof MIDDLE]
  const { path, centre } = HALVES[limb as keyof typeof HALVES]
  const onRight = (hand === 'left') === (side === 'front')
  return onRight ? { path, centre } : { path: mirrored(path), centre: mirroredPoint(centre) }
}
