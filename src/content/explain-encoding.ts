/**
 * What is told of a text that is not UTF-8: what it seems to be, where that shows first,
 * and the command that mends it.
 */
import { type Diagnostic, type Location, locate, startOf } from '../base/diagnostic.ts';
import type { SourcePath } from '../base/path.ts';
import { fillIn } from '../base/text.ts';
import { decodeSomehow, type EncodingGuess, guessEncoding } from '../chinese/encoding.ts';
import { diagnose } from '../model/messages.ts';

/** The names by which writers know encodings. */
const KNOWN_AS: Readonly<Record<EncodingGuess['name'], string>> = {
  big5: 'Big5',
  gb18030: 'GBK',
  shift_jis: 'Shift_JIS',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

const DAMAGED = 'Put the character right that stands here; the rest is UTF-8.';
const CONVERT = 'Run `{command}`, or save it as UTF-8 in your editor.';
const CHOOSE = 'Save it as UTF-8 in your editor; if you know its encoding, run `{command}`.';

/** The diagnostic of a file whose bytes are not UTF-8. */
export function explainEncoding(bytes: Uint8Array, file: SourcePath): Diagnostic {
  const guess = guessEncoding(bytes);
  if (!guess) return explainUnknown(bytes, file);
  const found = fillIn('; it seems to be {name} (“{sample}”)', { name: KNOWN_AS[guess.name], sample: guess.sample });
  const command = `mojing convert-encoding --from ${guess.name} ${quoteForShell(file)}`;
  const text = decodeSomehow(bytes);
  const first = text.search(/[^\u0000-\u007f]/);
  const at = first < 0 ? startOf(file) : locateIn(file, text, first);
  return diagnose('post/not-utf8', { guess: found, remedy: fillIn(CONVERT, { command }) }, at);
}

/** UTF-8 of which some bytes are damaged, or what nobody recognises. */
function explainUnknown(bytes: Uint8Array, file: SourcePath): Diagnostic {
  const text = new TextDecoder().decode(bytes);
  const faults = [...text.matchAll(/\ufffd+/g)];
  const at = locateIn(file, text, faults[0]?.index ?? 0);
  if (/[^\u0000-\u007f\ufffd]/.test(text)) {
    const guess =
      faults.length === 1
        ? '; one place in it is damaged'
        : fillIn('; {count} places in it are damaged', { count: faults.length });
    return diagnose('post/not-utf8', { guess, remedy: DAMAGED }, at);
  }
  const command = `mojing convert-encoding --from … ${quoteForShell(file)}`;
  return diagnose('post/not-utf8', { guess: '', remedy: fillIn(CHOOSE, { command }) }, at);
}

function locateIn(file: SourcePath, text: string, offset: number): Location {
  return locate(file, text.replace(/\r(?!\n)/g, '\n'), offset);
}

/** A path as a word of a command line. */
export function quoteForShell(path: string): string {
  return /[\s"'$`\\!*?()[\]{}<>|;&#~]/.test(path) ? `"${path.replace(/["$`\\]/g, '\\$&')}"` : path;
}
