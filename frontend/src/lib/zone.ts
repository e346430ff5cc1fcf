/** Where this phone is by its own clock, such as 'Europe/Berlin'. */
export function phoneZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Whether the phone is in another zone than that. A zone that this browser does not know cannot be judged. */
export function isElsewhere(zone: string): boolean {
  const [there, here] = [canonical(zone), canonical(phoneZone())]
  return there !== undefined && here !== undefined && there !== here
}

/** Europe/Kiev and Europe/Kyiv are one zone, and browsers differ in which of the names they use. */
function canonical(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
