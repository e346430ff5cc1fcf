import type { Colour } from './types.ts'

/** As the swatches show them; a canvas takes no classes. */
export const HUES: Record<Colour, string> = {
  white: '#fbf8f2',
  grey: '#9b9da1',
  black: '#2b2a30',
  blue: '#5f7f98',
  turquoise: '#7fb3b0',
  green: '#8aa684',
  yellow: '#ecce7e',
  orange: '#e2a465',
  red: '#b8584f',
  pink: '#e0aab0',
  purple: '#a292b8',
  brown: '#8a6a54',
}

/** The sheet is the same by day and by night, as paper is. */
export const SHEET = '#f3ede2'

/** Those that can be seen as a line on the sheet. */
export const INKS = (Object.keys(HUES) as Colour[]).filter((colour) => colour !== 'white')
