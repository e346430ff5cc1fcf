/** The few tags that Daylio's notes know; whatever else stands in a note between < and > is the person's own. */
const BREAKS = /<(?:br|\/p|\/div|\/li|\/h[1-6])\s*\/?>/gi
const ITEMS = /<li(?:\s[^>]*)?>/gi
const REST = /<\/?(?:b|i|u|s|em|strong|strike|p|div|span|font|ul|ol|h[1-6])(?:\s[^>]*)?>/gi

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}
const ENTITY = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(amp|lt|gt|quot|apos|nbsp));/gi

export function plainOf(text: string): string {
  const lines = text.replace(BREAKS, '\n').replace(ITEMS, '– ').replace(REST, '')
  return lines.replace(ENTITY, decoded).trim()
}

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
  return name ? (NAMED[name.toLowerCase()] ?? whole) : lettered(whole, decimal ?? `0x${hex ?? ''}`)
}

function lettered(whole: string, digits: string): string {
  const code = Number(digits)
  return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : whole
}
