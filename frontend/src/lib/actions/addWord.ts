import type { RecordData } from '../db/types.ts'
import { changed, commit } from './commit.ts'
import type { Undo } from './undo.ts'

/** Put one more word to a check-in, beside whatever it says by now; returns the way back. Throws NotSaved. */
export async function addWord(id: string, word: string): Promise<Undo> {
  await edit(id, (words) => [...words.filter((other) => other !== word), word])
  return () => edit(id, (words) => words.filter((other) => other !== word))
}

async function edit(id: string, next: (words: string[]) => string[]): Promise<void> {
  await commit({
    collection: 'check_ins',
    id,
    next: (current) => changed('check_ins', withWords(next(wordsOf(current))))(current),
  })
}

function wordsOf(data: RecordData | undefined): string[] {
  return (data?.['words'] as string[] | undefined) ?? []
}

/** No word is no field: absent means absent. */
function withWords(words: string[]): RecordData {
  return { words: words.length > 0 ? words : null }
}
