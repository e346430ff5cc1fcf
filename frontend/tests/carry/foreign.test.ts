import { expect, test } from 'vitest'
import type { Incoming } from '../../src/lib/carry/incoming.ts'
import { recognise } from '../../src/lib/carry/recognise.ts'

const KNOWN = {
  words: { tired: 'tired', 'far away': 'far-away', calm: 'calm', hopeful: 'hopeful' },
  around: { work: 'work', 'at home': 'at_home', music: 'music' },
}
const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

function read(text: string, zone = 'Europe/Berlin'): Promise<Incoming> {
  return recognise(text).read(zone, KNOWN)
}

/** Words of one's own by their text, and each check-in's note beside it. */
function shown({ records, privates }: Incoming) {
  const own = new Map(privates.map(({ id, data }) => [`own:${id}`, data['text']]))
  const spelled = (slugs: unknown) =>
    (slugs as string[] | undefined)?.map((one) => own.get(one) ?? one)
  const rows = records.map(({ id, data }) => ({
    ...data,
    words: spelled(data['words']),
    around: spelled(data['around']),
    note: privates.find(({ record }) => record === id)?.data['text'],
  }))
  return rows.sort((a, b) =>
    String(a['occurred_at' as never]).localeCompare(String(b['occurred_at' as never])),
  )
}

const DAYLIO = [
  '\uFEFFfull_date,date,weekday,time,mood,activities,scales,note_title,note',
  '2026-05-20,May 20,Wednesday,22:13,rad,"music | family",,Morning,"Felt <b>great</b>, rested<br>and <3 &amp; so on"',
  '2026-05-19,May 19,Tuesday,8:30 pm,Tired,"Work | | at home","Sleep:\u00A04 | Stress:\u00A02","","He said ""go"""',
  '2026-05-18,May 18,Monday,07:05,,,,,"only words"',
].join('\n')

test('Daylio: mood is a word and says how pleasant it was, never how near; activities are what was around', async () => {
  const incoming = await read(DAYLIO)
  const base = { kind: 'check_in', time_zone: 'Europe/Berlin' }
  expect(shown(incoming)).toEqual([
    {
      ...base,
      occurred_at: '2026-05-19T18:30:00Z',
      words: ['tired'],
      around: ['work', 'at_home'],
      note: 'He said "go"\n\nSleep: 4\nStress: 2',
    },
    {
      ...base,
      occurred_at: '2026-05-20T20:13:00Z',
      pleasantness: 1,
      words: ['rad'],
      around: ['music', 'family'],
      note: 'Morning\n\nFelt great, rested\nand <3 & so on',
    },
  ])
  const pages = incoming.privates.filter(({ kind }) => kind === 'entry')
  expect(pages.map(({ data }) => data)).toEqual([
    { text: 'only words', written_at: '2026-05-18T05:05:00Z' },
  ])
  expect(incoming.misread).toEqual([])
})

test('Daylio: the oldest form, with the year in a column of its own', async () => {
  const old = [
    'year,date,weekday,time,mood,activities,note',
    '2018,18 May,Friday,11:54 pm,happy,"clean | music",""',
    '2018,May 17,Wednesday,10:21 am,meh,"","fine"',
  ].join('\r\n')
  const rows = shown(await read(old, 'UTC'))
  expect(
    rows.map((row) => [row['occurred_at' as never], row.words, row['pleasantness' as never]]),
  ).toEqual([
    ['2018-05-17T10:21:00Z', ['meh'], 0],
    ['2018-05-18T23:54:00Z', ['happy'], undefined],
  ])
})

test('Daylio: rows that are none are told one by one, and the others come in', async () => {
  const broken = [
    'full_date,date,weekday,time,mood,activities,note_title,note',
    '2026-02-30,x,x,20:00,good,,,',
    '2026-03-01,x,x,in the evening,good,,,',
    '2026-03-02,x,x,20:00,,,,',
    '2026-03-03,x,x,20:00,good',
    '2026-03-04,x,x,20:00,good,,,',
  ].join('\n')
  const { records, misread } = await read(broken)
  expect(records).toHaveLength(1)
  expect(misread.map(({ at, why }) => `${at} ${why}`).sort()).toEqual([
    '2 date',
    '3 date',
    '4 nothing',
    '5 columns',
  ])
  expect(misread.find(({ at }) => at === '3')?.text).toContain('in the evening')
})

const HOW_WE_FEEL = [
  'Date,Mood,Mood Key,Tags (People),Tags Key (People),Tags (Places),Tags Key (Places),Tags (Events),Tags Key (Events),Exercise,Sleep,Steps,Weather,Notes,Reflections,Takeaways',
  '2026 Sun May 17 8:39\u202FAM,Hopeful;Determined,hopeful;determined,By Myself,by_myself,At home,home,Work,work,0.0,7.5,15.0,Clouds,a note,"[{""role"":""you"",""text"":""it passed""}]",[]',
  '2026 Sat May 16 9:00 PM,Calm,calm,,,,,,,0.0,0.0,,,,,go on',
  '2026 Frei Mai 15 21:00,Calm,calm,,,,,,,,,,,,,',
].join('\n')

test('How We Feel: moods are words, tags are what was around, numbers about the day stay outside', async () => {
  const incoming = await read(HOW_WE_FEEL)
  const base = { kind: 'check_in', time_zone: 'Europe/Berlin' }
  expect(shown(incoming)).toEqual([
    {
      ...base,
      occurred_at: '2026-05-16T19:00:00Z',
      words: ['calm'],
      around: undefined,
      note: 'go on',
    },
    {
      ...base,
      occurred_at: '2026-05-17T06:39:00Z',
      words: ['hopeful', 'Determined'],
      around: ['By Myself', 'at_home', 'work'],
      note: 'a note\n\nit passed',
    },
  ])
  expect(incoming.misread.map(({ at, why }) => [at, why])).toEqual([['4', 'date']])
  expect(Object.fromEntries(incoming.dropped)).toEqual({ Sleep: 1, Steps: 1, Weather: 1 })
})

test('How We Feel: the newer header, with its locale and fewer columns', async () => {
  const newer = [
    'Date,Locale,Mood Keys,Mood,Tags (People),Tags (Places),Tags (Events),Notes,Reflections,Takeaways',
    '2026 Wed Jul 22 11:36 PM,en,down,down,By Myself,Home,Resting,"A full note","[]","[]"',
  ].join('\n')
  const [row] = shown(await read(newer, 'Europe/Warsaw'))
  expect(row).toMatchObject({
    occurred_at: '2026-07-22T21:36:00Z',
    words: ['down'],
    note: 'A full note',
  })
})

const MOODS = [
  { mood: 5, createdAt: '2020-10-10T08:00:00.000Z' },
  {
    mood: 0,
    description: 'tired  frayed',
    exploration: 'a long day',
    location: { latitude: 1, longitude: 2, accuracy: 3 },
    createdAt: '2020-10-11T08:00:00.000Z',
    experiencedAt: '2020-10-10T20:00:00.000Z',
    updatedAt: '2020-10-12T08:00:00.000Z',
  },
  { mood: 11, createdAt: '2020-10-13T08:00:00.000Z' },
  { mood: 3, createdAt: 'once' },
]

test('moodtracker: 0 to 10 is how pleasant it was; where it was is left where it is', async () => {
  const incoming = await read(JSON.stringify(MOODS))
  const base = { kind: 'check_in', time_zone: 'Europe/Berlin', around: undefined }
  expect(shown(incoming)).toEqual([
    {
      ...base,
      occurred_at: '2020-10-10T08:00:00Z',
      pleasantness: 0,
      words: undefined,
      note: undefined,
    },
    {
      ...base,
      occurred_at: '2020-10-10T20:00:00Z',
      pleasantness: -1,
      words: ['tired', 'frayed'],
      note: 'a long day',
    },
  ])
  expect(incoming.misread.map(({ at, why }) => [at, why])).toEqual([
    ['3', 'mood'],
    ['4', 'date'],
  ])
  expect(incoming.dropped).toEqual([['location', 1]])
})

test('moodtracker: its events come to the same ids as its export, changes and deletions told', async () => {
  const events = [
    { type: 'v1/moods/create', createdAt: MOODS[0]?.createdAt, payload: { mood: 2 } },
    { type: 'v1/moods/create', createdAt: '2020-10-09T08:00:00.000Z', payload: { mood: 9 } },
    { type: 'v1/weights/create', createdAt: '2020-10-09T09:00:00.000Z', payload: { value: 70 } },
    {
      type: 'v1/moods/update',
      createdAt: '2020-10-14T08:00:00.000Z',
      payload: { id: MOODS[0]?.createdAt, mood: 5 },
    },
    {
      type: 'v1/moods/delete',
      createdAt: '2020-10-15T08:00:00.000Z',
      payload: '2020-10-09T08:00:00.000Z',
    },
  ]
  for (const text of [JSON.stringify(events), JSON.stringify({ events, hasNextPage: false })]) {
    const { records, misread } = await read(text)
    expect(records).toEqual((await read(JSON.stringify(MOODS.slice(0, 1)))).records)
    expect(misread.map(({ why }) => why)).toEqual(['other_kind'])
  }
})

test('moodtracker: its table says the same as its list', async () => {
  const table =
    'mood,createdAt,description\n5,2020-10-10T08:00:00.000Z,\n,2020-10-11T08:00:00.000Z,lost'
  const { records, misread } = await read(table)
  expect(records).toEqual((await read(JSON.stringify(MOODS.slice(0, 1)))).records)
  expect(misread.map(({ why }) => why)).toEqual(['mood'])
})

test('an id is the same each time, has the form of a random one, and does not hang on the time zone', async () => {
  const ids = async (text: string, zone?: string) =>
    [...(await read(text, zone)).records, ...(await read(text, zone)).privates].map(({ id }) => id)
  const files = [DAYLIO, HOW_WE_FEEL, JSON.stringify(MOODS)]
  for (const file of files) {
    const first = await ids(file)
    expect(await ids(file, 'Asia/Tokyo')).toEqual(first)
    expect(first.filter((id) => !V4.test(id))).toEqual([])
  }
})

test('two entries of one minute are two, and a later one changes neither', async () => {
  const head = 'full_date,date,weekday,time,mood,activities,note_title,note'
  const two = ['2026-03-04,x,x,20:00,good,,,b', '2026-03-04,x,x,20:00,good,,,a']
  const before = await read([head, ...two].join('\n'))
  const after = await read([head, '2026-03-04,x,x,20:00,good,,,c', ...two].join('\n'))
  expect(new Set(before.records.map(({ id }) => id)).size).toBe(2)
  const notes = ({ privates }: Incoming) =>
    Object.fromEntries(privates.map(({ data, record }) => [String(data['text']), record]))
  expect(notes(after)).toMatchObject({ a: notes(before)['a'], b: notes(before)['b'] })
})

test('nearness is never made up, whatever the file says', async () => {
  for (const file of [DAYLIO, HOW_WE_FEEL, JSON.stringify(MOODS)]) {
    const { records } = await read(file)
    const fields = new Set(records.flatMap(({ data }) => Object.keys(data)))
    for (const field of ['nearness', 'absence', 'energy', 'world_nearness'])
      expect(fields).not.toContain(field)
  }
})
