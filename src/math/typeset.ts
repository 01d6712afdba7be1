/**
 * KaTeX, and nothing but KaTeX: one formula in, HTML or a fault out. It never throws and
 * says nothing on the console. What it made is remembered, bounded by bytes.
 */
import type { KatexOptions, TrustContext } from 'katex';
import 'katex/contrib/mhchem';
import { buildTree } from './katex-tree.ts';
import type { Preamble } from './macros.ts';
import { readTree } from './readable-text.ts';

export type Output = 'htmlAndMathml' | 'html' | 'mathml';

export interface TypesetRequest {
  readonly tex: string;
  readonly display: boolean;
  readonly output: Output;
  /** Definitions of the macros it uses. */
  readonly preamble: Preamble;
  /** Ids that were made by us and may be written. */
  readonly ids: readonly string[];
}

/** Why KaTeX refuses a formula. */
export interface Fault {
  readonly message: string;
  /** Offset in the formula, if KaTeX says; behind the preamble, if it lies in it. */
  readonly position?: number;
  readonly length?: number;
}

/** HTML that KaTeX made. It is kept as bytes, which are half as large as the string and not the garbage collector's to move. */
export class KatexHtml {
  /** In UTF-8. */
  readonly bytes: Buffer;
  /** Its first tag, of ASCII. */
  readonly tag: string;

  constructor(bytes: Buffer, tag: string) {
    this.bytes = bytes;
    this.tag = tag;
  }

  get html(): string {
    return this.bytes.toString('utf8');
  }
}

export interface Typeset extends KatexHtml {
  /** As readable text; `''` if KaTeX was asked for HTML alone. */
  readonly text: string;
  /** What KaTeX was given, which its annotation holds. */
  readonly given: string;
  /** A command that was not obeyed, since it could do harm (`\href` to elsewhere, `\includegraphics`). */
  readonly distrusted?: string;
}

/** Sizes a writer asks for end here, in em; so a formula cannot cover the page. */
const MAX_SIZE = 100;
/** Real formulas need some hundreds, and a few for each row; a macro that doubles itself is stopped within milliseconds. */
const MAX_EXPAND = 5_000;

/** What KaTeX made of a formula. */
class TypesetFormula extends KatexHtml implements Typeset {
  readonly text: string;
  readonly given: string;
  declare readonly distrusted?: string;

  constructor(html: string, { text, given, distrusted }: Omit<Typeset, 'html' | 'bytes' | 'tag'>) {
    const bytes = Buffer.from(html, 'utf8');
    // A slice of the string would keep the whole of it.
    super(bytes, bytes.toString('latin1', 0, html.indexOf('>') + 1));
    this.text = text;
    this.given = given;
    if (distrusted !== undefined) this.distrusted = distrusted;
  }
}

/** What has been typeset. When it takes too many bytes, what was not asked for the longest is forgotten first. */
export class FormulaMemo {
  readonly #entries = new Map<string, Typeset | Fault>();
  readonly #maxBytes: number;
  #bytes = 0;
  /** How often KaTeX ran. */
  calls = 0;

  constructor(maxBytes = 64 * 1024 * 1024) {
    this.#maxBytes = maxBytes;
  }

  /** What is remembered under `key`. */
  find(key: string): Typeset | Fault | undefined {
    const known = this.#entries.get(key);
    if (!known) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, known);
    return known;
  }

  /** What is remembered under `key`; else what `make` gives, remembered. */
  recall(key: string, make: () => Typeset | Fault): Typeset | Fault {
    const known = this.find(key);
    if (known) return known;
    this.calls++;
    const made = make();
    this.#entries.set(key, made);
    this.#bytes += sizeOf(key, made);
    this.#shrink();
    return made;
  }

  #shrink(): void {
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#entries.delete(oldest);
      this.#bytes -= sizeOf(oldest, entry);
    }
  }
}

/** Strings take two bytes a character once they hold one that is not Latin. */
function sizeOf(key: string, entry: Typeset | Fault): number {
  const own = isTypeset(entry)
    ? entry.bytes.length + 2 * (entry.text.length + entry.given.length)
    : entry.message.length;
  return own + 2 * key.length + 64;
}

/** Whether KaTeX accepted the formula. */
export function isTypeset(result: Typeset | Fault): result is Typeset {
  return 'bytes' in result;
}

/** Typesets a formula, or tells why it cannot be. */
export function typeset(request: TypesetRequest, memo: FormulaMemo): Typeset | Fault {
  return memo.recall(writeKey(request), () => runKatex(request));
}

/** The formula as it was typeset before; `undefined` if it was not, or was refused. */
export function findTypeset(request: TypesetRequest, memo: FormulaMemo): Typeset | undefined {
  const known = memo.find(writeKey(request));
  return known && isTypeset(known) ? known : undefined;
}

function writeKey({ tex, display, output, preamble, ids }: TypesetRequest): string {
  return `${display ? 'd' : 'i'}${ids.length > 0 ? 't' : '-'}${output[4]}${preamble}\u0000${tex}`;
}

/** Commands that would write to the console. */
const SILENCED = { '\\message': gobble(1), '\\errmessage': gobble(1), '\\show': gobble(1) };

function gobble(numArgs: number): object {
  return { tokens: [], numArgs };
}

function runKatex({ tex, display, output, preamble, ids }: TypesetRequest): Typeset | Fault {
  let distrusted: string | undefined;
  const trust = (context: TrustContext): boolean => {
    const isOurs =
      (context.command === '\\htmlId' && ids.includes(context.id)) ||
      (context.command === '\\href' && context.url.startsWith('#'));
    if (!isOurs) distrusted = context.command;
    return isOurs;
  };
  const options: KatexOptions = Object.assign(Object.create(null), {
    displayMode: display,
    output,
    throwOnError: true,
    strict: 'ignore',
    maxSize: MAX_SIZE,
    maxExpand: MAX_EXPAND + tex.length,
    macros: { ...SILENCED },
    trust,
  });
  try {
    const given = preamble + tex;
    const tree = withoutWarnings(() => buildTree(given, options));
    const text = readTree(tree);
    return new TypesetFormula(tree.toMarkup(), { text, given, ...(distrusted !== undefined && { distrusted }) });
  } catch (error) {
    return describeFault(error, preamble.length);
  }
}

/** KaTeX warns on the console of characters it has no widths for, whatever it is told; those are shown all the same. */
function withoutWarnings<Value>(run: () => Value): Value {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return run();
  } finally {
    console.warn = warn;
  }
}

/** KaTeX throws a `ParseError` as a rule, but plain errors too, and runs out of stack on braces that are nested too deep. */
function describeFault(error: unknown, preambleLength: number): Fault {
  if (error instanceof RangeError) return { message: 'it is nested too deep' };
  if (!(error instanceof Error)) return { message: String(error) };
  if (!isParseError(error)) return { message: error.message };
  const position = (error.position ?? Number.NaN) - preambleLength;
  return {
    message: error.rawMessage,
    ...(position >= 0 && { position, length: Math.max(1, error.length ?? 1) }),
  };
}

function isParseError(error: Error): error is Error & { rawMessage: string; position?: number; length?: number } {
  return error.name === 'ParseError' && 'rawMessage' in error;
}
