import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seen, shelvesOf } from '../../../src/routes/practise/shelves.ts'
import { anyCatalogue, exercise } from '../../support/exercises.ts'

const NOBODY = { own: [], helpful: [] }
const slugs = (some: { slug: string }[]) => some.map(({ slug }) => slug)

test('every exercise stands once on the shelf of its kind', () => {
  fc.assert(
    fc.property(anyCatalogue, (all) => {
      const standing = shelvesOf(all, NOBODY).flatMap(({ name, exercises }) =>
        exercises.map((one) => [name, one.slug]),
      )
      expect(standing.toSorted()).toEqual(all.map(({ kind, slug }) => [kind, slug]).toSorted())
    }),
  )
})

test('every exercise is seen once its shelf is opened, after those that were seen before', () => {
  fc.assert(
    fc.property(anyCatalogue, (all) => {
      for (const shelf of shelvesOf(all, NOBODY)) {
        const closed = seen(shelf, [])
        const opened = seen(shelf, ['elsewhere', shelf.name])
        expect(opened).toEqual(shelf.exercises)
        expect(opened.slice(0, closed.length)).toEqual(closed)
        expect(closed.length).toBeLessThanOrEqual(4)
      }
    }),
  )
})

test('the person’s own choice changes nothing on the other shelves', () => {
  fc.assert(
    fc.property(anyCatalogue, (all) => {
      const own = slugs(all).filter((_, index) => index % 3 === 0)
      const [first, ...rest] = shelvesOf(all, { own, helpful: [] })
      expect([first, ...rest].slice(all.length > 0 ? 1 : 0)).toEqual(
        all.length > 0 ? shelvesOf(all, NOBODY) : [first],
      )
    }),
  )
})

test('the shelves come in the order of the way', () => {
  const kinds = ['understanding', 'others', 'breathwork', 'grounding', 'acknowledge'] as const
  const all = kinds.map((kind) => exercise(kind, { kind }))
  const shelves = shelvesOf(all, { own: ['others'], helpful: ['breathwork', 'gone'] })
  expect(shelves.map(({ name }) => name)).toEqual([
    'own',
    'helpful',
    'acknowledge',
    'grounding',
    'breathwork',
    'others',
    'understanding',
  ])
})

test('the gentlest comes first, and what is behind a gate last', () => {
  const shelf = [
    exercise('held', { order: 1, gates: ['holds'] }),
    exercise('third', { order: 3 }),
    exercise('second', { order: 2 }),
  ]
  expect(slugs(shelvesOf(shelf, NOBODY)[0]?.exercises ?? [])).toEqual(['second', 'third', 'held'])
})

test('one alone is not worth a button', () => {
  const shelf = (n: number) => ({
    name: 'grounding' as const,
    exercises: Array.from({ length: n }, (_, index) => exercise(String(index))),
  })
  expect([3, 4, 5, 12].map((n) => seen(shelf(n), []).length)).toEqual([3, 4, 3, 3])
})
