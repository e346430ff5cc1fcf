/** What a push carries: Declarative Web Push, with two ids of ours. */
export interface Payload {
  title: string
  body: string
  navigate: string
  tag?: string
  lang?: string
  silent?: boolean
  delivery?: string
  reminder?: string
}

/** A notification that cannot be read must still be shown: iOS revokes after three silent ones. */
const FALLBACK: Payload = { title: 'Thaw', body: 'A quiet minute, if it suits.', navigate: '/' }

export function parsePayload(text: string | undefined): Payload {
  try {
    const { notification, thaw } = JSON.parse(text ?? '') as {
      notification: Payload
      thaw?: Pick<Payload, 'delivery' | 'reminder'>
    }
    return {
      ...notification,
      ...thaw,
      title: notification.title,
      navigate: pathOf(notification.navigate),
    }
  } catch {
    return FALLBACK
  }
}

/** Only a path of our own: a payload must not lead anywhere else. */
function pathOf(navigate: string): string {
  const { origin, pathname, search } = new URL(navigate, location.origin)
  return origin === location.origin ? pathname + search : '/'
}
