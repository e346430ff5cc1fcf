import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import bell from 'lucide-static/icons/bell.svg?raw'
import bookOpen from 'lucide-static/icons/book-open.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import cloudCheck from 'lucide-static/icons/cloud-check.svg?raw'
import cloudOff from 'lucide-static/icons/cloud-off.svg?raw'
import eyeOff from 'lucide-static/icons/eye-off.svg?raw'
import eye from 'lucide-static/icons/eye.svg?raw'
import feather from 'lucide-static/icons/feather.svg?raw'
import footprints from 'lucide-static/icons/footprints.svg?raw'
import grid from 'lucide-static/icons/grid-2x2.svg?raw'
import heartHandshake from 'lucide-static/icons/heart-handshake.svg?raw'
import lifeBuoy from 'lucide-static/icons/life-buoy.svg?raw'
import messageSquare from 'lucide-static/icons/message-square.svg?raw'
import personStanding from 'lucide-static/icons/person-standing.svg?raw'
import phone from 'lucide-static/icons/phone.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import refresh from 'lucide-static/icons/refresh-cw.svg?raw'
import settings from 'lucide-static/icons/settings.svg?raw'
import smartphone from 'lucide-static/icons/smartphone.svg?raw'
import sparkle from 'lucide-static/icons/sparkle.svg?raw'
import sunrise from 'lucide-static/icons/sunrise.svg?raw'
import trash from 'lucide-static/icons/trash-2.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import wind from 'lucide-static/icons/wind.svg?raw'

/** What stands between the svg tags; the frame is Icon.svelte's, with its own stroke. */
const inner = (raw: string) =>
  raw.slice(raw.indexOf('>', raw.indexOf('<svg')) + 1, raw.lastIndexOf('</svg>'))

export const icons = {
  'arrow-left': inner(arrowLeft),
  bell: inner(bell),
  'book-open': inner(bookOpen),
  check: inner(check),
  'chevron-right': inner(chevronRight),
  'cloud-check': inner(cloudCheck),
  'cloud-off': inner(cloudOff),
  eye: inner(eye),
  'eye-off': inner(eyeOff),
  feather: inner(feather),
  footprints: inner(footprints),
  'grid-2x2': inner(grid),
  'heart-handshake': inner(heartHandshake),
  'life-buoy': inner(lifeBuoy),
  'message-square': inner(messageSquare),
  'person-standing': inner(personStanding),
  phone: inner(phone),
  plus: inner(plus),
  refresh: inner(refresh),
  settings: inner(settings),
  smartphone: inner(smartphone),
  sparkle: inner(sparkle),
  sunrise: inner(sunrise),
  trash: inner(trash),
  'triangle-alert': inner(triangleAlert),
  wind: inner(wind),
}

export type IconName = keyof typeof icons
