/**
 * Definitions of macros in TeX: `\newcommand`, `\def`, `\DeclareMathOperator` and the like.
 *
 * They are read, taken out of their formula, and written again as `\def`, which KaTeX
 * accepts whatever was defined before. So a definition counts for the rest of its post
 * (as in MathJax) and a second one of the same name is no error.
 */
import { readGroup, skipSpaces, type TexGroup, type TexToken, tokenizeTex } from './tex-tokens.ts';

export interface Definition {
  /** With its backslash. */
  readonly name: string;
  /** What KaTeX is told: one or more `\def`. A `\let` keeps the meaning its target has at this place. */
  readonly tex: string;
  /** The commands which it uses. */
  readonly uses: readonly string[];
  /** For `\let`: the command whose meaning is taken over. */
  readonly copies?: string;
  /** Offsets of the whole definition in its text. */
  readonly start: number;
  readonly end: number;
}

const COMMANDS = /\\[A-Za-z@]+|\\[^A-Za-z@\s]/g;
const MIGHT_DEFINE =
  /\\(?:(?:re|provide)?(?:newc|c)ommand|[g]?def|let|Declare(?:MathOperator|PairedDelimiter))(?![A-Za-z@])/;

/** All definitions of a text, in order. `\edef` is left to KaTeX, since it means what its macros mean at that moment. */
export function readDefinitions(tex: string): Definition[] {
  if (!MIGHT_DEFINE.test(tex)) return [];
  const tokens = tokenizeTex(tex);
  const found: Definition[] = [];
  for (let i = 0; i < tokens.length; ) {
    const reading = readDefinition(tex, tokens, i);
    if (reading) found.push(reading.definition);
    i = reading ? reading.next : i + 1;
  }
  return found;
}

interface Reading {
  readonly definition: Definition;
  readonly next: number;
}

function readDefinition(tex: string, tokens: readonly TexToken[], first: number): Reading | undefined {
  let i = first;
  while (tokens[i]?.text === '\\global' || tokens[i]?.text === '\\long') i = skipSpaces(tokens, i + 1);
  const command = tokens[i];
  if (command?.kind !== 'command') return undefined;
  const reader = { tex, tokens, first, next: i + 1 };
  switch (command.text) {
    case '\\newcommand':
    case '\\renewcommand':
    case '\\providecommand':
      return readNewCommand(reader);
    case '\\DeclareMathOperator':
      return readOperator(reader);
    case '\\DeclarePairedDelimiter':
      return readPairedDelimiter(reader);
    case '\\def':
    case '\\gdef':
      return readDef(reader);
    case '\\let':
      return readLet(reader);
    default:
      return undefined;
  }
}

interface Reader {
  readonly tex: string;
  readonly tokens: readonly TexToken[];
  /** The index of the definition's first token. */
  readonly first: number;
  /** The index behind the defining command. */
  readonly next: number;
}

function finish(
  { tokens, first }: Reader,
  parts: { name: string; tex: string; next: number; copies?: string },
): Reading {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[parts.next - 1]?.end ?? start;
  const uses = [...new Set(parts.tex.match(COMMANDS))].filter((used) => used !== '\\def' && used !== '\\let');
  const { name, tex, next, copies } = parts;
  return { definition: { name, tex, uses, start, end, ...(copies !== undefined && { copies }) }, next };
}

function readNewCommand(reader: Reader): Reading | undefined {
  const { tokens } = reader;
  const name = readName(reader, skipStar(reader, reader.next));
  if (!name) return undefined;
  const count = readOptional(reader, name.next);
  const byDefault = count && readOptional(reader, count.next);
  const body = readArgument(reader, byDefault?.next ?? count?.next ?? name.next);
  const numArgs = Number(count?.text.trim() ?? 0);
  if (!body || !(numArgs >= 0 && numArgs <= 9) || tokens.length === 0) return undefined;
  return finish(reader, {
    name: name.text,
    tex: writeDef(name.text, body.text, { numArgs, byDefault: byDefault?.text }),
    next: body.next,
  });
}

/** The arguments of a macro. */
interface MacroArguments {
  readonly numArgs: number;
  /** What the first is if it is not given in brackets. */
  readonly byDefault?: string | undefined;
}

/**
 * The `\def` of a macro.
 */
export function writeDef(name: string, body: string, { numArgs, byDefault }: MacroArguments): string {
  const parameters = Array.from({ length: numArgs }, (_, i) => `#${i + 1}`);
  if (byDefault === undefined) return `\\def${name}${parameters.join('')}{${body}}`;
  const inner = `\\${name.slice(1).replace(/[^A-Za-z@]/g, 'symbol')}@with@option`;
  const rest = parameters.slice(1).join('');
  return `\\def${name}{\\@ifnextchar[{${inner}}{${inner}[${byDefault}]}}\\def${inner}[#1]${rest}{${body}}`;
}

function readOperator(reader: Reader): Reading | undefined {
  const afterStar = skipStar(reader, reader.next);
  const name = readName(reader, afterStar);
  const body = name && readArgument(reader, name.next);
  if (!name || !body) return undefined;
  const star = afterStar === reader.next ? '' : '*';
  return finish(reader, {
    name: name.text,
    tex: `\\def${name.text}{\\operatorname${star}{${body.text}}}`,
    next: body.next,
  });
}

function readPairedDelimiter(reader: Reader): Reading | undefined {
  const name = readName(reader, reader.next);
  const left = name && readArgument(reader, name.next);
  const right = left && readArgument(reader, left.next);
  if (!name || !right) return undefined;
  const plain = `${left.text}#1${right.text}`;
  const inner = `${name.text}@paired`;
  const tex =
    `\\def${name.text}{\\@ifstar{${inner}@star}{${inner}}}` +
    `\\def${inner}#1{${plain}}\\def${inner}@star#1{\\left${left.text}#1\\right${right.text}}`;
  return finish(reader, { name: name.text, tex, next: right.next });
}

function readDef(reader: Reader): Reading | undefined {
  const { tokens, tex } = reader;
  const name = tokens[skipSpaces(tokens, reader.next)];
  if (name?.kind !== 'command') return undefined;
  let open = skipSpaces(tokens, reader.next) + 1;
  while (tokens[open] && tokens[open]?.kind !== 'open' && tokens[open]?.kind !== 'comment') open++;
  const body = readGroup(tokens, open);
  const parameters = tex.slice(name.end, tokens[open]?.start).trimEnd();
  if (!body || parameters.length > 40) return undefined;
  return finish(reader, {
    name: name.text,
    tex: `\\def${name.text}${parameters}{${sliceGroup(tex, body)}}`,
    next: body.next,
  });
}

function readLet(reader: Reader): Reading | undefined {
  const { tokens, tex } = reader;
  const at = skipSpaces(tokens, reader.next);
  const name = tokens[at];
  if (name?.kind !== 'command') return undefined;
  let to = skipSpaces(tokens, at + 1);
  const equals = tokens[to];
  if (equals?.kind === 'text' && equals.text === '=') to = skipSpaces(tokens, to + 1);
  const target = tokens[to];
  if (target?.kind !== 'command') return undefined;
  const written = `\\let${name.text}=${tex.slice(target.start, target.end)}`;
  return finish(reader, { name: name.text, tex: written, next: to + 1, copies: target.text });
}

function skipStar({ tokens, tex }: Reader, index: number): number {
  const token = tokens[index];
  return token?.kind === 'text' && tex.slice(token.start, token.end) === '*' ? index + 1 : index;
}

interface Piece {
  readonly text: string;
  readonly next: number;
}

/** The name that is defined: `\x` or `{\x}`. */
function readName({ tokens, tex }: Reader, index: number): Piece | undefined {
  const at = skipSpaces(tokens, index);
  const token = tokens[at];
  if (token?.kind === 'command') return { text: token.text, next: at + 1 };
  const group = readGroup(tokens, at);
  const text = group && sliceGroup(tex, group).trim();
  return group && text && /^\\(?:[A-Za-z@]+|[^A-Za-z@\s])$/.test(text) ? { text, next: group.next } : undefined;
}

/** A `{…}`, or the one command that stands in its place. */
function readArgument({ tokens, tex }: Reader, index: number): Piece | undefined {
  const group = readGroup(tokens, index);
  if (group) return { text: sliceGroup(tex, group), next: group.next };
  const at = skipSpaces(tokens, index);
  const token = tokens[at];
  return token?.kind === 'command' ? { text: token.text, next: at + 1 } : undefined;
}

/** A `[…]`. */
function readOptional({ tokens, tex }: Reader, index: number): Piece | undefined {
  const at = skipSpaces(tokens, index);
  const start = tokens[at];
  if (start?.text !== '[') return undefined;
  for (let i = at + 1; i < tokens.length; ) {
    const token = tokens[i];
    if (token?.text === ']') return { text: tex.slice(start.end, token.start), next: i + 1 };
    i = readGroup(tokens, i)?.next ?? i + 1;
  }
  return undefined;
}

function sliceGroup(tex: string, group: TexGroup): string {
  return tex.slice(group.start, group.end);
}
