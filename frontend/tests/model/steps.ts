import fc from 'fast-check'

export const PHONES = 3

/** A step that writes on one phone; `crash` is the await at which that phone dies. */
export interface Change {
  do: 'save' | 'poison' | 'edit' | 'delete' | 'undo' | 'seal'
  phone: number
  pick: number
  crash?: number | undefined
}

/** What the network does with one request: loses the answer, brings the request twice, or refuses it. */
export type Link = 'good' | 'lost' | 'twice' | 'refused'

export interface Sync {
  do: 'sync'
  phone: number
  /** Which record is edited while the request is on its way. */
  typing?: number | undefined
  link: Link
  crash?: number | undefined
}

export type Step = Change | Sync | { do: 'tabs'; phone: number } | { do: 'backup' | 'restore' }

const phone = fc.nat(PHONES - 1)
const pick = fc.nat(5)
const crash = fc.option(fc.nat(14), { nil: undefined, freq: 3 })
const link = fc.constantFrom<Link>('good', 'good', 'good', 'lost', 'twice', 'refused')

export const change: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('save', 'edit', 'edit'), phone, pick, crash }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('delete', 'delete', 'undo', 'poison', 'seal'),
      phone,
      pick,
      crash,
    }),
  },
)

export const sync: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      phone,
      typing: fc.option(pick, { nil: undefined }),
      link,
      crash,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tabs' as const), phone }) },
)

/** Only a server in memory is restored in no time. */
const restore: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('backup', 'restore') })

/** A short run is as likely as a long one, so that what is found is easily read. */
export function stepsWith(restores: boolean): fc.Arbitrary<Step[]> {
  const step = fc.oneof(
    { weight: 8, arbitrary: change },
    { weight: 5, arbitrary: sync },
    { weight: restores ? 1 : 0, arbitrary: restore },
  )
  return fc.array(step, { minLength: 1, maxLength: 25 })
}
