/** Why a file cannot be read; each has one sentence on the screen. */
export type Trouble =
  | 'empty'
  | 'too_large'
  | 'letters'
  | 'unknown'
  | 'damaged'
  | 'newer'
  | 'no_rows'
  | 'passphrase'
  | 'other_key'
  | 'full'
  | 'failed'

export class Unreadable extends Error {
  override name = 'Unreadable'

  constructor(readonly trouble: Trouble) {
    super(trouble)
  }
}
