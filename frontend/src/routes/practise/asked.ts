import type { Exercise } from '../../lib/content/catalogue.ts'

export type Need = Exercise['suits'][number]
export type Energy = Exercise['energy']
export type Place = Exercise['place'][number]
export type Minutes = '1' | '3' | '5'

export const NEEDS: readonly Need[] = ['unreal', 'flat', 'too_much', 'cannot_sleep', 'with_someone']
export const MINUTES: readonly Minutes[] = ['1', '3', '5']
export const ENERGIES: readonly Energy[] = ['low', 'medium', 'high']
export const PLACES: readonly Place[] = ['in_bed', 'in_public', 'outdoors', 'no_one_notices']

/** What is asked of the shelves; each part that is there narrows them. */
export interface Asked {
  need?: Need | undefined
  minutes?: Minutes | undefined
  energy?: Energy | undefined
  places: readonly Place[]
  /** The shelves that are opened to their end: they narrow nothing. */
  open: readonly string[]
}

export const NOTHING: Asked = { places: [], open: [] }

export function narrows({ need, minutes, energy, places }: Asked): boolean {
  return [need, minutes, energy, ...places].some(Boolean)
}

/** From the address: '?need=flat&place=in_bed,outdoors'. What it does not know it passes over. */
export function askedIn(query: string): Asked {
  const said = new URLSearchParams(query)
  const places = listed(said, 'place')
  return {
    need: oneOf(NEEDS, said.get('need')),
    minutes: oneOf(MINUTES, said.get('minutes')),
    energy: oneOf(ENERGIES, said.get('energy')),
    places: PLACES.filter((place) => places.includes(place)),
    open: listed(said, 'all'),
  }
}

/** The query of the address, '' when nothing is asked. */
export function queryOf({ need, minutes, energy, places, open }: Asked): string {
  const parts = [
    ['need', need],
    ['minutes', minutes],
    ['energy', energy],
    ['place', places.join(',')],
    ['all', open.join(',')],
  ]
  const said = parts.filter(([, value]) => value).map((part) => part.join('='))
  return said.length > 0 ? `?${said.join('&')}` : ''
}

function listed(said: URLSearchParams, name: string): string[] {
  return (said.get(name) ?? '').split(',').filter((part) => /^[a-z_]+$/.test(part))
}

function oneOf<Value extends string>(
  values: readonly Value[],
  said: string | null,
): Value | undefined {
  return values.find((value) => value === said)
}

/** With it if it was not there, else without it. */
export function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
}
