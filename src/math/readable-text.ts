/**
 * A formula as text that can be read aloud: `α`, `x²`, `(a+b)/c`, `∑_(i=1)^n`. It is read
 * from KaTeX's own MathML, so every command and macro KaTeX knows is known here too.
 */
import { findMath, isElement, type KatexNode, type MathChild, type MathElement } from './katex-tree.ts';

/** The text of the MathML in a tree of KaTeX; `''` if there is none. */
export function readTree(tree: KatexNode): string {
  const semantics = findMath(tree)?.children[0];
  // Behind the formula stands its TeX.
  const formula = semantics && isElement(semantics) ? semantics.children[0] : undefined;
  const text = formula ? readChildren([formula]).join('') : '';
  return SPACING.test(text) ? settleSpaces(text) : text;
}

/** Spaces and signs that are not seen. */
const SPACING = /[\s\u00a0\u2000-\u200b\u2061-\u2064]/;

function settleSpaces(text: string): string {
  return text
    .replace(/\u2061(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/[\u2061-\u2064\u200b]/g, '')
    .replace(/[\s\u00a0\u2000-\u200a]+/g, ' ')
    .trim();
}

/** The texts of children, those of a fragment's own in its place. */
function readChildren(children: readonly MathChild[], texts: string[] = []): string[] {
  for (const child of children) {
    if (isElement(child)) texts.push(readElement(child));
    else if ('text' in child) texts.push(child.text);
    else if ('children' in child) readChildren(child.children, texts);
    else texts.push(child.character ?? writeSpace(child.width));
  }
  return texts;
}

function readElement(element: MathElement): string {
  const { type, attributes, classes } = element;
  const children = readChildren(element.children);
  const [first = '', second = '', third = ''] = children;
  switch (type) {
    case 'mi':
      return writeVariant(children.join(''), attributes.mathvariant);
    case 'mfrac':
      return attributes.linethickness?.startsWith('0') ? `${first} ${second}` : `${group(first)}/${group(second)}`;
    case 'msqrt':
      return `√${group(children.join(''))}`;
    case 'mroot':
      return `${ROOTS[second] ?? `${superscript(second).replace(/^\^/, '')}√`}${group(first)}`;
    case 'msup':
      return first + superscript(second);
    case 'msub':
      return first + subscript(second);
    case 'msubsup':
    case 'munderover':
      return first + subscript(second) + superscript(third);
    case 'munder':
      return UNDER.test(second) ? first : first + subscript(second);
    case 'mover':
      return writeAccent(first, second);
    case 'mtable':
      return writeTable(children, attributes);
    case 'mtr':
      return children.join('\u0001');
    case 'mtd':
      return classes.some((name) => name === 'mml-eqn-num' || name === 'mtr-glue') ? '\u0002' : children.join('');
    case 'mphantom':
      return '';
    default:
      return children.join('');
  }
}

/** Rows are parted by semicolons; columns by spaces, unless they only align. */
function writeTable(rows: readonly string[], attributes: MathElement['attributes']): string {
  if (attributes.width === '100%') return rows.map((row) => row.split('\u0001')[1] ?? '').join('');
  const gap = attributes.columnspacing?.startsWith('0em') ? '' : ' ';
  return rows
    .map((row) =>
      row
        .split('\u0001')
        .filter((cell) => cell !== '\u0002')
        .join(gap),
    )
    .join('; ');
}

/** @param width - in em */
function writeSpace(width: number): string {
  return width >= 0.2 ? ' ' : '';
}

/** Braces and lines below, which say nothing. */
const UNDER = /^(?:[⏟⎵_‾]|\u0332)$/;
const ROOTS: Readonly<Record<string, string>> = { 3: '∛', 4: '∜' };
const SUPERSCRIPTS = new Map([...'0123456789+−-()'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾'][i] ?? sign]));
const SUBSCRIPTS = new Map([...'0123456789'].map((sign, i) => [sign, [...'₀₁₂₃₄₅₆₇₈₉'][i] ?? sign]));

function superscript(text: string): string {
  if (text === '' || /^[′*∗†]+$/.test(text)) return text;
  if (text === '∘') return '°';
  const signs = [...text];
  if (/\d/.test(text) && signs.every((sign) => SUPERSCRIPTS.has(sign)))
    return signs.map((sign) => SUPERSCRIPTS.get(sign)).join('');
  return `^${signs.length > 1 ? `(${text})` : text}`;
}

function subscript(text: string): string {
  const signs = [...text];
  if (text === '') return '';
  if (signs.every((sign) => SUBSCRIPTS.has(sign))) return signs.map((sign) => SUBSCRIPTS.get(sign)).join('');
  return `_${/^[\p{L}\p{N}\u2061]+$/u.test(text) ? text : `(${text})`}`;
}

/** In parentheses, if it would not hold together without. */
function group(text: string): string {
  return /^[\p{L}\p{M}\p{N}.′ⁿ⁰-⁹²³¹₀-₉]*$/u.test(text) || [...text].length === 1 || isEnclosed(text)
    ? text
    : `(${text})`;
}

function isEnclosed(text: string): boolean {
  return /^\([^()]*\)$/.test(text);
}

/** Combining marks for the accents of KaTeX. */
const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\u0302',
  '~': '\u0303',
  ˉ: '\u0304',
  '‾': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '⃗': '\u20d7',
  '˘': '\u0306',
  ˇ: '\u030c',
  '´': '\u0301',
  '`': '\u0300',
  '˚': '\u030a',
};

function writeAccent(base: string, over: string): string {
  const mark = ACCENTS[over];
  if (mark !== undefined) return [...base].length === 1 ? (base + mark).normalize('NFC') : base;
  return /^[⏞⎴⟶→←↔⏠]$/.test(over) ? base : base + superscript(over);
}

const VARIANTS: Readonly<Record<string, { readonly upper: number; readonly lower: number; readonly odd: string }>> = {
  'double-struck': { upper: 0x1d538, lower: 0x1d552, odd: 'CℂHℍNℕPℙQℚRℝZℤ' },
  script: { upper: 0x1d49c, lower: 0x1d4b6, odd: 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ' },
  fraktur: { upper: 0x1d504, lower: 0x1d51e, odd: 'CℭHℌIℑRℜZℨ' },
};

/** `ℝ`, `𝒟`, `𝔤`; bold and upright letters stay plain. */
function writeVariant(text: string, name: string | undefined): string {
  const variant = name === undefined ? undefined : VARIANTS[name];
  if (!variant) return text;
  return text.replace(/[A-Za-z]/g, (letter) => {
    const odd = [...variant.odd];
    const at = odd.indexOf(letter);
    if (at >= 0 && at % 2 === 0) return odd[at + 1] ?? letter;
    const code = letter.charCodeAt(0);
    return String.fromCodePoint(code < 97 ? variant.upper + code - 65 : variant.lower + code - 97);
  });
}
