/**
 * File names that every system takes: Windows refuses some names and characters, Linux
 * and macOS take 255 bytes, which is 85 漢字.
 */
import { segmentGraphemes } from '../base/graphemes.ts';
import { type LetterCase, slugifyHexo } from './slug.ts';

export type FileNameFault = 'empty' | 'reserved' | 'forbidden-character' | 'trailing-dot-or-space' | 'too-long';

const MAX_BYTES = 255;
/** Room is left for `2024-05-01-`, `-1` and `.md`. */
const MAX_TITLE_BYTES = 200;
/** Names of devices in Windows, with any extension (learn.microsoft.com, “Naming Files, Paths, and Namespaces”). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/i;
const FORBIDDEN = /[<>:"/\\|?*\x00-\x1f\x7f\p{Cs}]/u;
/** Zero-width characters and those that turn the direction of the text, which hide what a name is. */
const HIDDEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/g;

const encoder = new TextEncoder();

/** What keeps a file of this name from being made somewhere, or `undefined` if nothing does. */
export function findFileNameFault(name: string): FileNameFault | undefined {
  if (name.trim() === '') return 'empty';
  if (FORBIDDEN.test(name)) return 'forbidden-character';
  if (DEVICE.test(name)) return 'reserved';
  if (/[. ]$/.test(name)) return 'trailing-dot-or-space';
  return encoder.encode(name).length > MAX_BYTES ? 'too-long' : undefined;
}

/**
 * A file name without its extension for a title: Hexo's slug, Chinese kept, cut to 200
 * bytes of UTF-8 between characters, safe on every system, never empty.
 */
export function toFileName(title: string, letterCase?: LetterCase): string {
  const name = cutToBytes(slugifyHexo(title.replace(HIDDEN, ''), letterCase), MAX_TITLE_BYTES).replace(/-$/, '');
  if (name === '') return 'untitled';
  return DEVICE.test(name) ? `${name}-` : name;
}

function cutToBytes(name: string, limit: number): string {
  if (encoder.encode(name).length <= limit) return name;
  let cut = '';
  let bytes = 0;
  for (const { segment } of segmentGraphemes(name.slice(0, limit))) {
    bytes += encoder.encode(segment).length;
    if (bytes > limit) break;
    cut += segment;
  }
  return cut;
}
