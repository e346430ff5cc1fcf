import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import bell from 'lucide-static/icons/bell.svg?raw'
import bookOpen from 'lucide-static/icons/book-open.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import cloudCheck from 'lucide-static/icons/cloud-check.svg?raw'
import cloudUpload from 'lucide-static/icons/cloud-upload.svg?raw'
import cloudOff from 'lucide-static/icons/cloud-off.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import eyeOff from 'lucide-static/icons/eye-off.svg?raw'
import eye from 'lucide-static/icons/eye.svg?raw'
import feather from 'lucide-static/icons/feather.svg?raw'
import footprints from 'lucide-static/icons/footprints.svg?raw'
import grid from 'lucide-static/icons/grid-2x2.svg?raw'
import handHeart from 'lucide-static/icons/hand-heart.svg?raw'
import heartHandshake from 'lucide-static/icons/heart-handshake.svg?raw'
import lifeBuoy from 'lucide-static/icons/life-buoy.svg?raw'
import messageSquare from 'lucide-static/icons/message-square.svg?raw'
import palette from 'lucide-static/icons/palette.svg?raw'
import personStanding from 'lucide-static/icons/person-standing.svg?raw'
import phone from 'lucide-static/icons/phone.svg?raw'
import play from 'lucide-static/icons/play.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import refresh from 'lucide-static/icons/refresh-cw.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import settings from 'lucide-static/icons/settings.svg?raw'
import smartphone from 'lucide-static/icons/smartphone.svg?raw'
import sparkle from 'lucide-static/icons/sparkle.svg?raw'
import star from 'lucide-static/icons/star.svg?raw'
import sun from 'lucide-static/icons/sun.svg?raw'
import sunrise from 'lucide-static/icons/sunrise.svg?raw'
import trash from 'lucide-static/icons/trash-2.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import upload from 'lucide-static/icons/upload.svg?raw'
import usersRound from 'lucide-static/icons/users-round.svg?raw'
import vibrate from 'lucide-static/icons/vibrate.svg?raw'
import volume from 'lucide-static/icons/volume-2.svg?raw'
import volumeOff from 'lucide-static/icons/volume-x.svg?raw'
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
  'cloud-upload': inner(cloudUpload),
  download: inner(download),
  eye: inner(eye),
  'eye-off': inner(eyeOff),
  feather: inner(feather),
  footprints: inner(footprints),
  'grid-2x2': inner(grid),
  'hand-heart': inner(handHeart),
  'heart-handshake': inner(heartHandshake),
  'life-buoy': inner(lifeBuoy),
  'message-square': inner(messageSquare),
  palette: inner(palette),
  'person-standing': inner(personStanding),
  phone: inner(phone),
  play: inner(play),
  plus: inner(plus),
  refresh: inner(refresh),
  search: inner(search),
  settings: inner(settings),
  smartphone: inner(smartphone),
  sparkle: inner(sparkle),
  star: inner(star),
  sun: inner(sun),
  sunrise: inner(sunrise),
  trash: inner(trash),
  'triangle-alert': inner(triangleAlert),
  upload: inner(upload),
  'users-round': inner(usersRound),
  vibrate: inner(vibrate),
  'volume-2': inner(volume),
  'volume-x': inner(volumeOff),
  wind: inner(wind),
}

export type IconName = keyof typeof icons
