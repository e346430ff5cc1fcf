import { enWrite as t } from '../../lib/i18n/en-write.ts'

export type Prompt = keyof typeof t.prompts

export const PROMPTS = Object.keys(t.prompts) as Prompt[]

/** What stood above the page, if this build knows it. */
export function promptText(prompt: string | undefined): string | undefined {
  return PROMPTS.includes(prompt as Prompt) ? t.prompts[prompt as Prompt].text : undefined
}
