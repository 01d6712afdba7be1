/**
 * The lines of a source file around the place of which something is told.
 */
import { drawCodeFrame } from '../base/code-frame.ts';
import type { Location } from '../base/diagnostic.ts';
import { decodeSomehow } from '../chinese/encoding.ts';
import { decodeText, type SourceFile, type Sources } from '../model/sources.ts';

/** A line of a larger file would not help anybody. */
const LARGE = 2e6;

/** The frame; `''` where there is nothing to show: no place in the file, no file that can be read, no text. */
export function drawFrame(sources: Sources, at: Location | undefined): string {
  const file = at && sources.get(at.file);
  const text = at && at.length > 0 && file && file.size < LARGE ? readText(file) : '';
  return at && text !== '' ? drawCodeFrame(text, at) : '';
}

function readText(file: SourceFile): string {
  try {
    const bytes = file.read();
    // A picture is no text.
    return bytes.includes(0) ? '' : (decodeText(bytes) ?? decodeSomehow(bytes));
  } catch {
    return '';
  }
}
