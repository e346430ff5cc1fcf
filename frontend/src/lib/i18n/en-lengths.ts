/** How long something takes. */
export const enLengths = {
  s: (n: number) => `${n} s`,
  min: (n: number) => `${n} min`,
  seconds: (n: number) => `${n} seconds`,
  minutes: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
  hours: (n: number) => (n === 1 ? '1 hour' : `${n} hours`),
}
