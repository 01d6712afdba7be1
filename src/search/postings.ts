/**
 * Postings: in which posts a term stands, and how, written as printable text. A shard is
 * text, so every host compresses it and nothing has to be decoded to bytes.
 *
 * A posting is the distance from the post before it, doubled, plus one if a weight follows;
 * then what stands beside the term; then the weight, if it is not 0. Numbers of 6 bits are
 * one character each; distances are written in groups of 5 bits, the least first, with 32
 * added to all but the last.
 */

/** One number, since there are millions: the post's number times 4096, and its `Manner`. */
export type Posting = number;

/** How a term stands in a post, in 12 bits: 64 times what stands beside it, and its weight. */
export type Manner = number;

/**
 * @param beside - three bits for what stands before the term, three for what stands after it
 * @param weight - the sum of what applies of `WEIGHT`
 */
export function packManner(beside: number, weight: number): Manner {
  return beside * 64 + weight;
}

export function packPosting(post: number, manner: Manner): Posting {
  return post * 4096 + manner;
}

/** The number of a posting's post. */
export function postOf(posting: Posting): number {
  return Math.floor(posting / 4096);
}

/** How much a term matters in its post. 1 to 3 stand for how often it is there. */
export const WEIGHT = { heading: 4, tag: 8, title: 16, otherWord: 32 } as const;

/** One character for 0 to 63, from `(` on, without the backslash. */
function writeDigit(value: number): string {
  return String.fromCharCode(value < 52 ? value + 40 : value + 41);
}

function readDigit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 92 ? code - 40 : code - 41;
}

function writeNumber(value: number): string {
  let text = '';
  let rest = value;
  for (; rest >= 32; rest >>>= 5) text += writeDigit((rest & 31) + 32);
  return text + writeDigit(rest);
}

/** Postings in the order of their posts → text. */
export function writePostings(postings: readonly Posting[]): string {
  let text = '';
  let before = -1;
  for (const posting of postings) {
    const [post, beside, weight] = [postOf(posting), (posting >>> 6) & 63, posting & 63];
    text += writeNumber((post - before - 1) * 2 + (weight > 0 ? 1 : 0)) + writeDigit(beside);
    if (weight > 0) text += writeDigit(weight);
    before = post;
  }
  return text;
}

/** What `writePostings` wrote. */
export function readPostings(text: string): Posting[] {
  const postings: Posting[] = [];
  let post = -1;
  for (let at = 0; at < text.length; ) {
    let [value, shift] = [0, 0];
    for (; readDigit(text, at) >= 32; at++, shift += 5) value += (readDigit(text, at) - 32) << shift;
    value += readDigit(text, at++) << shift;
    post += (value >> 1) + 1;
    const beside = readDigit(text, at++);
    postings.push(packPosting(post, packManner(beside, value & 1 ? readDigit(text, at++) : 0)));
  }
  return postings;
}
