/** Ways to prove that it is you, as allauth names them. */
export interface Flow {
  id: string
  is_pending?: boolean
  types?: string[]
}

/**
 * What was asked for is understood, and cannot be. `code` is allauth's (incorrect_code, email_password_mismatch,
 * too_many_login_attempts, email_taken, …) or one of ours: `proof` first show that it is you, by one of `flows`;
 * `expired` begin again; `cancelled`, `known` and `unsupported` of the phone's own lock; `has_ways` this phone belongs
 * to an account that has ways in; `no_way_back` nothing could open the account again.
 */
export class Refused extends Error {
  override name = 'Refused'

  constructor(
    readonly code: string,
    readonly flows: Flow[] = [],
  ) {
    super(code)
  }
}
