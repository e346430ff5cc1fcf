import { enWrite as t } from '../../lib/i18n/en-write.ts'

export type Prompt = keyof typeof t.prompts

export const PROMPTS = Object.keys(t.prompts) as Prompt[]

/** What stood above the page: the words of a way to begin, if this build knows it, or the sentence of an exercise. */
export function promptText(prompt: string | undefined): string | undefined {
  if (PROMPTS.includes(prompt as Prompt)) return t.prompts[prompt as Prompt].text
  return prompt?.includes(' ') ? prompt : undefined
}
