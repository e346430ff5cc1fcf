/** The first moment of the day `days` after that of `when`, by the phone's clock: not each day has 24 hours. */
export function startOfDay(when: Date, days = 0): Date {
  return new Date(when.getFullYear(), when.getMonth(), when.getDate() + days)
}

/** The same wall time, `days` later. */
export function daysAfter(when: Date, days: number): Date {
  const moved = new Date(when)
  moved.setDate(moved.getDate() + days)
  return moved
}
