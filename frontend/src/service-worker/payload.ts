/** What a push carries: Declarative Web Push, with three facts of ours. */
export interface Payload {
  title: string
  body: string
  navigate: string
  tag?: string
  lang?: string
  silent?: boolean
  delivery?: string
  reminder?: string
  /** The local date of the occurrence. */
  day?: string
}

type Ours = Pick<Payload, 'delivery' | 'reminder' | 'day'>

/** Safari reads declarative messages itself, and hands the worker the notification it would show, without the text. */
interface Pushed {
  data: { text(): string } | null
  notification?: (Partial<Payload> & { data?: unknown }) | null
}

/** A notification that cannot be read must still be shown: iOS revokes after three silent ones. */
const FALLBACK: Payload = { title: 'Thaw', body: 'A quiet minute, if it suits.', navigate: '/' }

export function payloadOf({ data, notification }: Pushed): Payload {
  if (data || !notification) return parsePayload(data?.text())
  return read(notification, notification.data as Ours | undefined)
}

function parsePayload(text: string | undefined): Payload {
  try {
    const { notification, thaw } = JSON.parse(text ?? '') as {
      notification: Partial<Payload>
      thaw?: Ours
    }
    return read(notification, thaw)
  } catch {
    return FALLBACK
  }
}

/** By name: what a browser hands over is no plain object. */
function read(shown: Partial<Payload>, ours: Ours | null | undefined): Payload {
  const { title, body, navigate, tag, lang, silent } = shown
  if (typeof title !== 'string') return FALLBACK
  return {
    title,
    body: body ?? '',
    navigate: pathOf(navigate),
    ...(tag && { tag }),
    ...(lang && { lang }),
    ...(silent && { silent }),
    ...ours,
  }
}

/** Only a path of our own: a payload must not lead anywhere else. */
function pathOf(navigate: string | undefined): string {
  try {
    const { origin, pathname, search } = new URL(navigate ?? '/', location.origin)
    return origin === location.origin ? pathname + search : '/'
  } catch {
    return '/'
  }
}
