"""Check-ins as people make them, made in the page: about 375 bytes each as JSON."""

# A function of the page: `checkIns(count)` returns records' data, each time the same.
CHECK_INS = """
(count) => {
  const pick = (list, at) => list[at % list.length]
  return Array.from({ length: count }, (_, at) => ({
    kind: 'check_in',
    occurred_at: new Date(1700000000000 + at * 3_600_000).toISOString().replace('.000', ''),
    time_zone: pick(['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'], at),
    nearness: at % 11,
    world_nearness: (at * 7) % 11,
    energy: ((at * 3) % 21) / 10 - 1,
    pleasantness: ((at * 5) % 21) / 10 - 1,
    words: [pick(['numb', 'flat', 'heavy', 'calm'], at), pick(['grey', 'woolly', 'warm'], at)],
    around: [pick(['work', 'people', 'home', 'outside'], at)],
    body: [{ zone: pick(['chest', 'belly', 'jaw'], at), side: 'front', mark: pick(['tight', 'blank'], at) }],
  }))
}
"""
