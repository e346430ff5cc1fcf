import type { Incoming, Source } from './incoming.ts'
import { isDocument } from './document.ts'
import { fromDaylio, isDaylio } from './foreign/daylio.ts'
import type { Known } from './foreign/gathering.ts'
import { fromHowWeFeel, isHowWeFeel } from './foreign/how-we-feel.ts'
import {
  fromMoodtracker,
  isMoodtrackerTable,
  moodsOf,
  moodtrackerIn,
} from './foreign/moodtracker.ts'
import { tableOf } from './foreign/table.ts'
import { fromThaw } from './own-file.ts'
import { Unreadable } from './unreadable.ts'

export interface Recognised {
  source: Source
  /** Other apps keep the clock on the wall, and not where it hung. */
  read: (zone: string, known: Known) => Promise<Incoming>
}

/** By what is in it; a name says nothing, since people and phones rename files. Throws Unreadable. */
export function recognise(text: string): Recognised {
  const begins = text.trimStart()[0] ?? ''
  return '{['.includes(begins) ? inJson(text) : inTable(text)
}

function inJson(text: string): Recognised {
  const value = parsed(text)
  if (isDocument(value)) return { source: 'thaw', read: () => fromThaw(value) }
  if (Array.isArray(value) && value.length === 0) throw new Unreadable('no_rows')
  const moods = moodtrackerIn(value)
  if (!moods) throw new Unreadable('unknown')
  return {
    source: 'moodtracker',
    read: (zone, known) => fromMoodtracker(moods, zone, known),
  }
}

function inTable(text: string): Recognised {
  const table = tableOf(text)
  if (isDaylio(table.names))
    return { source: 'daylio', read: (zone, known) => fromDaylio(table, zone, known) }
  if (isHowWeFeel(table.names))
    return { source: 'how_we_feel', read: (zone, known) => fromHowWeFeel(table, zone, known) }
  if (!isMoodtrackerTable(table.names)) throw new Unreadable('unknown')
  const moods = moodsOf(table)
  return { source: 'moodtracker', read: (zone, known) => fromMoodtracker(moods, zone, known) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable('damaged')
  }
}
