/**
 * What is mended in a formula that KaTeX refused: leftovers of other renderers, and what
 * MathJax or plain TeX accept and KaTeX does not. A formula that works never comes here.
 */
import { mendColours, mendColumns } from './mathjax-forms.ts';
import {
  applyEdits,
  type Edit,
  readGroup,
  skipSpaces,
  type TexGroup,
  type TexToken,
  tokenizeTex,
} from './tex-tokens.ts';

/** One way to mend a formula. */
export interface Mend {
  /** Set if the writer should mend it himself: then he is told. */
  readonly leftover?: 'entity' | 'escape' | 'percent';
  /** The mended formula; the same text if there is nothing to mend. */
  readonly apply: (tex: string) => string;
}

/** Formulas longer than this are not mended, only reported. */
const MOST_TO_MEND = 20_000;

/** The ways to mend, in the order in which they are tried; each goes on from the one before. */
export const MENDS: readonly Mend[] = [
  { leftover: 'entity', apply: decodeEntities },
  { leftover: 'escape', apply: dropMarkdownEscapes },
  { apply: escapeInText },
  { apply: braceScripts },
  { apply: mendLimits },
  { apply: mendColumns },
  { apply: mendColours },
  { apply: writeEnvironments },
  { apply: mendAlignment },
  { apply: dropStrays },
  { leftover: 'percent', apply: (tex) => tex.replace(/(?<!\\)%/g, '\\%') },
];

/** Whether a formula is short enough to be mended. */
export function isMendable(tex: string): boolean {
  return tex.length <= MOST_TO_MEND;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  le: '≤',
  ge: '≥',
  ne: '≠',
  times: '×',
  perp: '⊥',
  minus: '-',
  plusmn: '±',
  infin: '∞',
  isin: '∈',
  sum: '∑',
  radic: '√',
  rarr: '→',
  hellip: '…',
};

/** Decodes HTML entities. */
export function decodeEntities(tex: string): string {
  return tex.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function dropMarkdownEscapes(tex: string): string {
  return tex
    .replace(/(?<!\\)\\(left|right|[bB]igg?[lrm]?)\s*\\\\([{}|])/g, '\\$1\\$2')
    .replace(/(?<!\\)\\(left|right)\s*\\\./g, '\\$1.')
    .replace(/(?<!\\)\\\\(?=[{}])/g, '\\')
    .replace(/(?<!\\)((?:\\\\)*)\\<([^<>]*)\\>/g, '$1\\langle $2\\rangle ')
    .replace(/(?<!\\)((?:\\\\)*)\\([*+[\]()<=~?@`-])/g, '$1$2')
    .replace(/(?<!\\)((?:\\\\)*)\\\^(?=[{\w\\])/g, '$1^')
    .replace(/(?<!\\)((?:\\\\)*)\\(?=[\d\u2e80-\uffff])/g, '$1');
}

const TEXT_ARGUMENT = /^\\(?:text[a-z]*|[mhf]box|operatorname|mathrm|mathtt|mathsf|tag)$/;
const TEXT_ESCAPES: Readonly<Record<string, string>> = { _: '\\_', '#': '\\#', '&': '\\&', '^': '\\textasciicircum ' };

/** `\text{a_b}` is right in MathJax. */
function escapeInText(tex: string): string {
  const tokens = tokenizeTex(tex);
  const edits: Edit[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'command' || !TEXT_ARGUMENT.test(token.text)) continue;
    const group = readGroup(tokens, i + 1);
    if (group && !/[$]/.test(tex.slice(group.start, group.end)))
      escapeGroup(tex, group, { edits, scripts: !/^\\(?:op|math)/.test(token.text) });
  }
  return applyEdits(tex, edits);
}

function escapeGroup(tex: string, group: TexGroup, to: { readonly edits: Edit[]; readonly scripts: boolean }): void {
  for (const match of tex.slice(group.start, group.end).matchAll(/\\htmlId\{[^{}]*\}|\\[\s\S]|[_#&^]/g)) {
    const text = TEXT_ESCAPES[match[0]];
    const start = group.start + match.index;
    if (text !== undefined && (to.scripts || match[0] === '#')) to.edits.push({ start, end: start + 1, text });
  }
}

/** `E_\hat{w}` and `\tau_\max` want braces; `W_t^'` is a prime. */
function braceScripts(tex: string): string {
  const primed = tex.replace(/\^\s*(?='+(?!\s*[_^]))/g, '').replace(/\^\{\s*\^/g, '^{');
  const tokens = tokenizeTex(primed);
  const edits: Edit[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'text' || !/[_^]$/.test(token.text)) continue;
    const command = tokens[skipSpaces(tokens, i + 1)];
    if (command?.kind !== 'command' || !/^\\[A-Za-z]/.test(command.text)) continue;
    const end = endOfCommand(tokens, tokens.indexOf(command, i));
    edits.push({ start: command.start, end: command.start, text: '{' }, { start: end, end, text: '}' });
  }
  return applyEdits(primed, edits);
}

/** Where a command with its arguments ends, or `\left…` with its `\right…`. */
function endOfCommand(tokens: readonly TexToken[], at: number): number {
  if (tokens[at]?.text !== '\\left') return endOfArguments(tokens, at + 1);
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (tokens[i]?.text === '\\left') depth++;
    if (tokens[i]?.text !== '\\right' || --depth > 0) continue;
    const delimiter = tokens[skipSpaces(tokens, i + 1)];
    return delimiter?.kind === 'command' ? delimiter.end : (delimiter?.start ?? 0) + 1;
  }
  return endOfArguments(tokens, at + 1);
}

function endOfArguments(tokens: readonly TexToken[], index: number): number {
  let end = tokens[index - 1]?.end ?? 0;
  let group = readGroup(tokens, index);
  while (group) {
    end = group.end + 1;
    group = tokens[group.next]?.kind === 'open' ? readGroup(tokens, group.next) : undefined;
  }
  return end;
}

/** `\rightarrow\limits^x`: limits want an operator before them. */
function mendLimits(tex: string): string {
  return tex
    .replace(/(\\[A-Za-z]+|[^\\\s{}])\s*(\\(?:no)?limits)(?![A-Za-z])/g, (whole, before: string, limits: string) =>
      /^\\(?:sum|prod|int|max|min|lim|sup|inf|arg|op|math(?:op|rm|bb|cal)|big|limits|o?i+nt|co)/.test(before)
        ? whole
        : `\\mathop{${before}}${limits}`,
    )
    .replace(
      /(\{(?:[^{}]|\{[^{}]*\})*\})\s*(\\(?:no)?limits)(?![A-Za-z])/g,
      (whole, group: string, limits: string, at: number, all: string) =>
        /\\(?:mathop|operatorname\*?)\s*$/.test(all.slice(Math.max(0, at - 16), at))
          ? whole
          : `\\mathop{${group}}${limits}`,
    );
}

/** Plain TeX's and AMS-LaTeX's forms that KaTeX has only as environments, or not at all. */
function writeEnvironments(tex: string): string {
  const tokens = tokenizeTex(tex);
  const edits: Edit[] = [];
  for (const [i, token] of tokens.entries()) {
    const name = /^\\([pbvBV]?matrix|cases|eqalign|eqalignno)$/.exec(token.text)?.[1];
    const group = name === undefined ? undefined : readGroup(tokens, i + 1);
    if (name === undefined || !group) continue;
    const environment = name.startsWith('eqalign') ? 'aligned' : name;
    edits.push({ start: token.start, end: group.start, text: `\\begin{${environment}}` });
    edits.push({ start: group.end, end: group.end + 1, text: `\\end{${environment}}` });
  }
  return applyEdits(tex, edits)
    .replace(
      /\\root\s*(\{[^{}]*\}|[^\\{}]*?)\s*\\of\s*/g,
      (_whole, index: string) => `\\sqrt[${index.replace(/^\{|\}$/g, '')}]`,
    )
    .replace(
      /\\sideset\s*(\{(?:[^{}]|\{[^{}]*\})*\})\s*(\{(?:[^{}]|\{[^{}]*\})*\})\s*(\\[A-Za-z]+)/g,
      (_whole, left: string, right: string, operator: string) =>
        `\\mathop{{}${left.slice(1, -1)}${operator}\\nolimits${right.slice(1, -1)}}`,
    )
    .replace(/\\unicode\s*\{\s*x([\da-f]+)\s*\}/gi, '\\char"$1{}')
    .replace(/\\begin\s*\{numcases\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g, '$1\\begin{cases}')
    .replace(/\\end\s*\{numcases\}/g, '\\end{cases}')
    .replace(/\\(?:short)?intertext\s*(\{(?:[^{}]|\{[^{}]*\})*\})/g, '\\text$1\\notag\\\\')
    .replace(/\\begin\s*\{(math|displaymath)\}|\\end\s*\{(math|displaymath)\}/g, '');
}

/** `&` and `\\` without an environment, and in one that has no columns. */
function mendAlignment(tex: string): string {
  if (!/(?<!\\)&/.test(tex)) return tex;
  const single =
    /^([\s\S]*\\begin\{equation\*?\})([\s\S]*?)((?:\\tag\*?\{(?:[^{}]|\{[^{}]*\})*\})?\s*\\end\{equation\*?\}[\s\S]*)$/.exec(
      tex,
    );
  if (single && !/^\s*\\begin\{(?:split|aligned)/.test(single[2] ?? ''))
    return `${single[1]}\\begin{aligned}${single[2]}\\end{aligned}${single[3]}`;
  if (/\\begin\s*\{/.test(tex) && !/(?<!\\)&[^{}]*\\begin|\\end\s*\{[^{}]*\}[^{}]*(?<!\\)&/.test(tex)) return tex;
  const tag = /\\tag\*?\{(?:[^{}]|\{[^{}]*\})*\}\s*$/.exec(tex);
  const body = tag ? tex.slice(0, tag.index) : tex;
  return `\\begin{aligned}${body}\\end{aligned}${tag?.[0] ?? ''}`;
}

/** What stands where it has no meaning, and is left out by other renderers. */
function dropStrays(tex: string): string {
  const lined = /\\begin\s*\{(?:d?array|[a-zA-Z]*matrix|cases|align|gather|aligned)/.test(tex)
    ? tex
    : tex.replace(/\\hd?a?s?h?line(?![A-Za-z])/g, '');
  const first = lined.indexOf('\\tag');
  return lined
    .replace(/\\tag\*?\s*\{[^{}]*\}/g, (whole, at: number) => (at === first || lined.includes('\\begin') ? whole : ''))
    .replace(/\\middle(?![A-Za-z])/g, /\\left(?![A-Za-z])/.test(lined) ? '\\middle' : '')
    .replace(/(?<!\\)((?:\\\\)*)\\\s*$/, '$1');
}
