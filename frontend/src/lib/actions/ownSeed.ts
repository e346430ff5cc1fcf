import { phone } from '../db/database.ts'
import { getMeta, metaIn } from '../db/meta.ts'

/**
 * This phone's own number, made when first asked for: what is drawn by chance differs between phones, and stays as it is
 * on one. A phone that can keep nothing draws without.
 */
export async function ownSeed(): Promise<number> {
  return (await getMeta(phone, 'seed').catch(() => undefined)) ?? (await made().catch(() => 0))
}

async function made(): Promise<number> {
  return phone.write(['meta'], async (tx) => {
    const [chance = 0] = crypto.getRandomValues(new Uint32Array(1))
    const seed = (await metaIn(tx, 'seed')) ?? chance
    await tx.objectStore('meta').put(seed, 'seed')
    return seed
  })
}
