/**
 * Postings: in which posts a term stands, and how, written as printable text. A shard is
 * text, so every host compresses it and nothing has to be decoded to bytes.
 *
 * A posting is the distance from the post before it, and the term's manner in this post:
 * what follows it there, each a number below 4050, and its weight. A character stands for
 * a number below 90. Distances are written in groups below 45, the least first, with 45
 * added to all but the last; a follower is two characters, with 45 added to the first if
 * another follows.
 */

/** One number, since there are millions: the post's number times 2³², and that of the manner. */
export type Posting = number;

/** How a term stands in a post: a figure of what is written, and that itself. */
export type Manner = string;

/** What is written of a term in a post. */
export interface TermUse {
  /** What follows it: numbers below `FOLLOWERS`, each once, in their order. */
  readonly followers: number[];
  /** A sum of `WEIGHT`. */
  weight: number;
}

/** How much a term matters in its post, to be added up. 1 to 3 stand for how often it is there. */
export const WEIGHT = { heading: 4, tag: 8, title: 16, otherWord: 32 } as const;

/** What may follow a term is one of so many: enough to tell characters apart. */
export const FOLLOWERS = 45 * 90;

/** One character for 0 to 89, from `#` on, without the backslash. */
function writeDigit(value: number): string {
  return String.fromCharCode(value < 57 ? value + 35 : value + 36);
}

function readDigit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 92 ? code - 35 : code - 36;
}

function writeNumber(value: number): string {
  let text = '';
  let rest = value;
  for (; rest >= 45; rest = Math.floor(rest / 45)) text += writeDigit((rest % 45) + 45);
  return text + writeDigit(rest);
}

const followerDigits: string[] = [];

function writeFollower(follower: number): string {
  const digits = writeDigit(Math.floor(follower / 90)) + writeDigit(follower % 90);
  followerDigits[follower] = digits;
  return digits;
}

function writeManner({ followers, weight }: TermUse): Manner {
  const last = followers.length - 1;
  let text = weight > 0 ? (last < 0 ? '1' : '3') : last < 0 ? '0' : '2';
  for (let at = 0; at <= last; at++) {
    const follower = (followers[at] ?? 0) + (at < last ? FOLLOWERS : 0);
    text += followerDigits[follower] ?? writeFollower(follower);
  }
  return weight > 0 ? text + writeDigit(weight) : text;
}

/** Weights are below this. */
const WEIGHTS = 64;

/** Manners by number: there are far fewer than postings. */
export class Manners {
  readonly #numbers = new Map<Manner, number>();
  readonly #list: Manner[] = [];
  /** By follower and weight the number, from 1, of manners with one follower or none: so it is mostly. */
  readonly #plain = new Int32Array((FOLLOWERS + 1) * WEIGHTS);

  /** How a term stands in a post, as one number. */
  pack(post: number, use: TermUse): Posting {
    const { followers, weight } = use;
    if (followers.length > 1) return joinPosting(post, this.#number(writeManner(use)));
    const at = ((followers[0] ?? -1) + 1) * WEIGHTS + weight;
    if (this.#plain[at] === 0) this.#plain[at] = this.#number(writeManner(use)) + 1;
    return joinPosting(post, (this.#plain[at] ?? 0) - 1);
  }

  #number(manner: Manner): number {
    let number = this.#numbers.get(manner);
    if (number === undefined) {
      number = this.#list.push(manner) - 1;
      this.#numbers.set(manner, number);
    }
    return number;
  }

  /** Postings in the order of their posts → text. */
  write(postings: readonly Posting[]): string {
    let text = '';
    let before = -1;
    for (const posting of postings) {
      const post = postOf(posting);
      const manner = this.#list[posting % 0x100000000] ?? '0';
      text += writeNumber((post - before - 1) * 4 + Number(manner[0])) + manner.slice(1);
      before = post;
    }
    return text;
  }

  /** What `write` wrote. */
  read(text: string): Posting[] {
    const postings: Posting[] = [];
    let post = -1;
    for (let at = 0; at < text.length; ) {
      let [value, place] = [0, 1];
      for (; readDigit(text, at) >= 45; at++, place *= 45) value += (readDigit(text, at) - 45) * place;
      value += readDigit(text, at++) * place;
      post += Math.floor(value / 4) + 1;
      const from = at;
      if (value & 2) for (let more = true; more; at += 2) more = readDigit(text, at) >= 45;
      if (value & 1) at++;
      postings.push(joinPosting(post, this.#number(`${value & 3}${text.slice(from, at)}`)));
    }
    return postings;
  }
}

function joinPosting(post: number, manner: number): Posting {
  return post * 0x100000000 + manner;
}

/** The number of a posting's post. */
export function postOf(posting: Posting): number {
  return Math.floor(posting / 0x100000000);
}
