/**
 * What a reader takes for one character: a letter with its marks, an emoji of several parts.
 */

let segmenter: Intl.Segmenter | undefined;

/** The graphemes of a text, each with its place. The tables they are found by take 15 ms to load, and most texts never ask. */
export function segmentGraphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
