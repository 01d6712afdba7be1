/**
 * The arguments of Volantis, Stellar and Icarus: fields parted by `::`, words of a look
 * before the first `::` or comma, options `key:value`.
 */
import { unquote } from './arguments.ts';

/** A kind, a colour, a place, a size or a mark: what themes know as words of a look. */
const LOOKS = new Set(
  [
    'default primary success info warning danger error tip secondary light quote',
    'done radiation bug idea link paperclip todo message guide download up undo',
    'blue pink red purple orange green yellow cyan teal gray grey black white dark accent theme',
    'left center right large larger small huge ultra logo block outline regular rounded bold',
    'h1 h2 h3 h4 h5 h6 simple modern flat disabled',
    'no-icon open checked plus minus times incline',
  ].flatMap((words) => words.split(' ')),
);
const ICON = /^fa[bdlrs]?(?:-[\w-]+)?$/;

/** Whether a theme takes a word for a look; an icon is one. */
export function isLook(word: string): boolean {
  return LOOKS.has(word) || ICON.test(word);
}

/** Parts a text at `::`, but not within quotes or formulas. */
export function splitColons(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(/\$[^$\n]*\$|(?<![\p{L}\p{N}])(?:"[^"]*"|'[^']*')|::/gu)) {
    if (found !== '::') continue;
    parts.push(text.slice(from, index));
    from = index + found.length;
  }
  return [...parts, text.slice(from)].map(unquote);
}

export interface Looks {
  /** Without icons: there is no icon font. */
  readonly looks: readonly string[];
  readonly rest: string;
}

/**
 * `red center::text`, `red center, text` or `, text`; `undefined` if other words stand there.
 *
 * @param separator - what may end the words of a look
 */
export function readLooks(text: string, separator = /::|,/): Looks | undefined {
  const match = separator.exec(text);
  if (!match) return undefined;
  const words = text.slice(0, match.index).split(/\s+/).filter(Boolean);
  if (!words.every(isLook)) return undefined;
  return { looks: dropIcons(words), rest: unquote(text.slice(match.index + match[0].length)) };
}

/** Words of a look without icons. */
export function dropIcons(words: readonly string[]): string[] {
  return words.filter((word) => !ICON.test(word));
}

export interface Options {
  readonly options: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

/** Takes the options `key:value` of known keys out of the arguments, wherever they stand. */
export function takeOptions(args: readonly string[], keys: readonly string[], sign: ':' | '=' = ':'): Options {
  const options = new Map<string, string>();
  const rest = args.filter((arg) => {
    const at = arg.indexOf(sign);
    const key = arg.slice(0, at);
    if (at < 0 || at === arg.length - 1 || !keys.includes(key)) return true;
    options.set(key, arg.slice(at + 1));
    return false;
  });
  return { options, rest };
}
