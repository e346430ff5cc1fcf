import type { CheckInData } from '../../lib/db/types.ts'
import { inWords } from '../../lib/i18n/en-body.ts'
import { enFeeling } from '../../lib/i18n/en-feeling.ts'
import { enSteps as t } from '../../lib/i18n/en-steps.ts'
import type { AROUND, HabitNote, Senses } from '../../lib/names.ts'
import type { Step } from './steps.ts'

/** How a slug of the vocabulary, or `own:<id>`, is spelled. */
export type LabelOf = (word: string) => string

/** What a step of a check-in holds, in a few words; empty where it holds nothing. */
export function summary(step: Step, data: CheckInData, note: string, labelOf: LabelOf): string {
  return SUMMARIES[step](data, note, labelOf)
}

const SUMMARIES: Record<Step, (data: CheckInData, note: string, labelOf: LabelOf) => string> = {
  world: ({ world_nearness: n }) => (n === undefined ? '' : t.world.spoken(n)),
  energy: feeling,
  words: ({ senses, words = [] }, _note, labelOf) =>
    [...sensed(senses), ...words.map(labelOf)].join(', '),
  body: ({ body = [] }) => inWords(body),
  around: ({ around = [] }, _note, labelOf) =>
    around.map((tag) => tagName(tag, labelOf)).join(', '),
  experiences: ({ experiences = [] }) =>
    experiences.map((experience) => t.experiences[experience]).join('; '),
  habits: ({ habits = [] }) => habits.map(habitIn).join(', '),
  note: (_data, note) => note,
}

export function tagName(tag: string, labelOf: LabelOf): string {
  return tag in t.around.tags ? t.around.tags[tag as (typeof AROUND)[number]] : labelOf(tag)
}

function feeling({ energy, pleasantness }: CheckInData): string {
  if (energy === undefined || pleasantness === undefined) return ''
  return enFeeling.inWords(energy, pleasantness)
}

const SENSES: Record<keyof Senses, Record<string, string>> = {
  temperature: t.senses.temperatures,
  weight: t.senses.weights,
  colour: t.senses.colours,
  texture: t.senses.textures,
  sound: t.senses.sounds,
}

function sensed(senses: Senses = {}): string[] {
  const names = Object.keys(SENSES) as (keyof Senses)[]
  return names.flatMap((name) => {
    const chosen = senses[name]
    return chosen ? [SENSES[name][chosen] ?? chosen] : []
  })
}

function habitIn({ habit, before, after }: HabitNote): string {
  const name = t.habits.short[habit]
  if (before === undefined && after === undefined) return name
  return `${name} (${before ?? '?'} → ${after ?? '?'})`
}
