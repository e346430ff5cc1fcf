import type { COLOURS, Side, Zone } from '../names.ts'
import type { Sound } from './sounds.ts'

export type Colour = (typeof COLOURS)[number]

/** One line drawn without lifting, in thousandths of the sheet's side. */
export interface Stroke {
  colour: Colour
  /** x, y and pressure, each 0 … 1000, by turns. */
  points: number[]
  /** The pressure is a pen's own; else the line is as thin as it was quick. */
  pressed?: true
}

export interface Doodle {
  tool: 'doodle'
  strokes: readonly Stroke[]
}

export interface Patch {
  zone: Zone
  side: Side
  colour: Colour
}

export interface Colours {
  tool: 'colours'
  /** By the number of the place on the sheet, row after row. */
  field: Readonly<Record<number, Colour>>
  body: readonly Patch[]
}

/** What was touched, and how many milliseconds after the first touch. */
export interface Sounds {
  tool: 'sounds'
  touches: readonly { sound: Sound; at: number }[]
}

export interface SixWords {
  tool: 'six_words'
  text: string
}

export interface Texture {
  words: string
  /** Made smaller on the phone, without what a camera writes into a picture. */
  photo?: Blob
}

export interface Textures {
  tool: 'textures'
  textures: readonly Texture[]
}

export type Product = Doodle | Colours | Sounds | SixWords | Textures
