/**
 * The documents that come with Mojing, for sentences that point to one.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../base/language.ts';

/** Beside `src/` as beside `dist/`. */
const DOCS = new URL('../../docs/', import.meta.url);

/** Where a document lies, from the folder `from` if it is in it; in Chinese for readers of Chinese. */
export function findGuide(name: string, language: Language, from: string): string {
  const file = fileURLToPath(new URL(language === 'en' ? `${name}.md` : `${name}.zh-TW.md`, DOCS));
  const near = relative(from, file);
  return near.startsWith('..') ? file : near;
}
