/** A code by mail: to confirm an address, to sign in, to choose a new password. */
type Errand = 'address-to-confirm' | 'sign-in-code' | 'password-code'

const keyOf = (errand: Errand) => `thaw-${errand}`

/** Where the last code went, or ''. Whoever fetches it leaves the screen, and a phone may reload it meanwhile. */
export function sentTo(errand: Errand): string {
  return sessionStorage.getItem(keyOf(errand)) ?? ''
}

export function keepSentTo(errand: Errand, email: string): void {
  sessionStorage.setItem(keyOf(errand), email)
}

export function forgetSentTo(...errands: Errand[]): void {
  for (const errand of errands) sessionStorage.removeItem(keyOf(errand))
}
