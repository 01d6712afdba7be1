/**
 * English titles in title case, as `titlecase` in the settings and the helper of that
 * name write them.
 */

/** Words that English titles keep in lower case within (Chicago and AP agree on these). */
const SMALL_WORDS = /^(?:a|an|and|as|at|but|by|en|for|if|in|nor|of|on|or|per|the|to|v\.?|via|vs\.?)$/i;

/** `the art of war` → `The Art of War`; words with capitals or dots inside (`iPhone`, `a.b`) and 漢字 stay as they are. */
export function toTitleCase(title: string): string {
  const words = title.split(/(\s+)/);
  const last = words.findLastIndex((word) => /\S/.test(word));
  const first = words.findIndex((word) => /\S/.test(word));
  return words
    .map((word, index) => titleWord(word, index === first || index === last || /[:：]$/.test(words[index - 2] ?? '')))
    .join('');
}

function titleWord(word: string, isEdge: boolean): string {
  if (/.\p{Lu}|[\p{L}\d][./@]\p{L}/u.test(word)) return word;
  if (SMALL_WORDS.test(word) && !isEdge) return word.toLowerCase();
  return word.replace(/\p{Ll}/u, (letter, index: number) =>
    /^[^\p{L}\p{N}]*$/u.test(word.slice(0, index)) ? letter.toUpperCase() : letter,
  );
}
