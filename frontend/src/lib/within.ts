/** What a browser may leave without an answer for ever gets one here. Rejects with these words when it takes too long. */
export function within<T>(seconds: number, work: Promise<T>, words: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(words))
    }, seconds * 1000)
  })
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer)
  })
}
