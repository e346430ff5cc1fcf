import { examine, type Reach } from '../push/examine.ts'

/** Only looks: nothing is asked of the person, nothing changes. */
export function examineReach(): Promise<Reach> {
  return examine()
}
