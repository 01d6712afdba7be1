/**
 * The syntax of tags: `{% name argument "quoted argument" %}`.
 *
 * A tag ends at the first `%}` outside quotes and formulas, so that an argument may
 * hold `$\frac{a%}{b}$`; a quote that is never closed is an ordinary character.
 */

export interface TagMark {
  readonly name: string;
  /** As written between the name and the end. */
  readonly text: string;
  /** The whole tag as written. */
  readonly source: string;
  readonly args: readonly string[];
  /** The offset behind `%}`. */
  readonly end: number;
  /** Whether it stands for itself, though others of its name have an end tag. */
  readonly isLone?: boolean;
}

const OPENING = /\{%-?[ \t]*([A-Za-z_][\w-]*)?/y;

/** Reads the tag that begins at `start`, or `undefined` if none does. An empty tag has the name `''`. */
export function readTag(source: string, start: number): TagMark | undefined {
  OPENING.lastIndex = start;
  const opening = OPENING.exec(source);
  if (!opening) return undefined;
  const from = start + opening[0].length;
  const close = findEnd(source, from);
  if (close < 0) return undefined;
  const text = source.slice(from, close).replace(/-$/, '').trim();
  const end = close + 2;
  return { name: opening[1] ?? '', text, source: source.slice(start, end), args: splitArguments(text), end };
}

function findEnd(source: string, from: number): number {
  const plain = source.indexOf('%}', from);
  if (plain < 0) return -1;
  for (let at = from; at < source.length; at++) {
    const char = source[at];
    if (char === '%' && source[at + 1] === '}') return at;
    if (char === '\n' && source[at + 1] === '\n') return -1;
    if (char === '"' || char === "'" || char === '$') {
      const close = source.indexOf(char, at + 1);
      const end = close < 0 ? -1 : source.indexOf('%}', close);
      // Only a pair on one line with an end behind it guards what it holds.
      if (end >= 0 && !source.slice(at, close).includes('\n')) at = close;
    }
  }
  return -1;
}

/** Words parted by spaces; quotes hold a word together and are dropped (Hexo's tags know no escapes). */
export function splitArguments(text: string): string[] {
  const words = text.match(/(?:(?<![\p{L}\p{N}])"[^"]*"|(?<![\p{L}\p{N}])'[^']*'|\S)+/gu) ?? [];
  return words.map((word) =>
    word.replace(
      /(?<![\p{L}\p{N}])(?:"([^"]*)"|'([^']*)')/gu,
      (_whole, double?: string, single?: string) => double ?? single ?? '',
    ),
  );
}

/** `{% raw %}` and `{% endraw %}` in code, which Hexo takes out wherever it reads tags: in a line, and in `{% codeblock %}`. */
export function dropRaw(code: string): string {
  return code.replace(/\{%-?\s*raw\s*-?%\}\n?([\s\S]*?)\n?\{%-?\s*endraw\s*-?%\}/g, '$1');
}
