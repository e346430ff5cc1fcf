/** Dials exactly what is printed, without its spaces; '#' would otherwise end the address. */
export function telLink(dial: string): string {
  return `tel:${dial.replaceAll('#', '%23')}`
}

export function smsLink(to: string): string {
  return `sms:${to}`
}
