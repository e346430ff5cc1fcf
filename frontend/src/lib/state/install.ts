import { phone } from '../db/database.ts'
import { getMeta, setMeta } from '../db/meta.ts'

/** Made once: not after an answer, and not inside the installed app. */
export async function mayInvite(): Promise<boolean> {
  return !isInstalled() && (await getMeta(phone, 'install')) === undefined
}

export async function rememberAnswer(said: 'accepted' | 'declined'): Promise<void> {
  await setMeta(phone, 'install', said)
}

/** Browsers that have a way to the home screen, but only through their own menus. */
export function wayByWords(agent: string, touchPoints: number): 'ios' | 'firefox' | undefined {
  if (isApple(agent, touchPoints)) return OTHERS_ON_IOS.test(agent) ? undefined : 'ios'
  return /Android.*Firefox\//.test(agent) ? 'firefox' : undefined
}

/** Each has a menu of its own. */
const OTHERS_ON_IOS = /CriOS|FxiOS|EdgiOS|OPiOS|DuckDuckGo|GSA\//

/** iPads call themselves Macs; a Mac has no touch screen. */
function isApple(agent: string, touchPoints: number): boolean {
  return /iPhone|iPad/.test(agent) || (agent.includes('Macintosh') && touchPoints > 1)
}

export function isInstalled(): boolean {
  const onApple = (navigator as { standalone?: boolean }).standalone === true
  return onApple || matchMedia('(display-mode: standalone)').matches
}
