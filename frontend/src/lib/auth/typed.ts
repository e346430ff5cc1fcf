/** Codes are sent and shown in groups, and typed with the gaps or without. */
export function typed(code: string): string {
  return code.replaceAll(/\s/g, '')
}
