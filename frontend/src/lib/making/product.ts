import type { Product } from './types.ts'

const THREE = 3
const EMPTY: Record<Product['tool'], Product> = {
  doodle: { tool: 'doodle', strokes: [] },
  colours: { tool: 'colours', field: {}, body: [] },
  sounds: { tool: 'sounds', touches: [] },
  six_words: { tool: 'six_words', text: '' },
  textures: { tool: 'textures', textures: Array.from({ length: THREE }, () => ({ words: '' })) },
}

export function emptyOf(tool: Product['tool']): Product {
  return EMPTY[tool]
}

/** Whether there is anything to keep or to let go. */
export function isEmpty(product: Product): boolean {
  switch (product.tool) {
    case 'doodle':
      return product.strokes.length === 0
    case 'colours':
      return Object.keys(product.field).length + product.body.length === 0
    case 'sounds':
      return product.touches.length === 0
    case 'six_words':
      return product.text.trim() === ''
    case 'textures':
      return product.textures.every(({ words, photo }) => !photo && words.trim() === '')
  }
}
