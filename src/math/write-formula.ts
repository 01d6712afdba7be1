/**
 * The HTML of a formula as it stands in the page: KaTeX's own, untouched in its classes,
 * within an element that can be linked to, scrolled and numbered.
 */
import type { Slot } from '../base/slots.ts';
import { escapeHtml } from '../base/text.ts';
import type { FarLink } from './far-references.ts';
import type { EquationNumber } from './prepare-formula.ts';
import { KatexHtml, type Typeset } from './typeset.ts';

const ANNOTATION = '<annotation encoding="application/x-tex">';

export interface Shown {
  readonly display: boolean;
  /** A block of its own, rather than a part of a paragraph. */
  readonly block: boolean;
  /** What a reader gets who copies it: the author's own TeX. */
  readonly tex: string;
  readonly numbers: readonly EquationNumber[];
  /** The references in it which lead to other posts. */
  readonly links?: readonly FarLink[];
}

/** The HTML of a formula: what KaTeX made, untouched or not, and the element around it. */
export interface FormulaHtml {
  readonly before: string;
  readonly inner: string | KatexHtml;
  readonly after: string;
}

/** The last tag of all that KaTeX writes. It and the first stay as they are. */
const LAST_TAG = '</span>';

/** A typeset formula in its element. */
export function writeFormula(typeset: Typeset, shown: Shown): FormulaHtml {
  const inner = isShownAsIs(typeset, shown) ? typeset : changeInside(typeset, shown);
  if (!shown.display) return { before: '', inner, after: '' };
  const name = shown.block ? 'div' : 'span';
  const anchors = writeAnchors(shown.numbers, inner);
  const before = `<${name} class="math-display"${writeAttributes(shown.numbers)}>${anchors}`;
  return { before, inner, after: `</${name}>` };
}

/** The whole as text. */
export function joinFormula({ before, inner, after }: FormulaHtml): string {
  return before + (typeof inner === 'string' ? inner : inner.html) + after;
}

/** The whole as text, but for what `leave` takes: its tags remain, where others may write a class into the first and count which are open. */
export function leaveFormula({ before, inner, after }: FormulaHtml, leave: (slot: Slot) => string): string {
  if (typeof inner === 'string') return before + inner + after;
  const { tag } = inner;
  const slot: Slot = {
    text: () => inner.html.slice(tag.length, -LAST_TAG.length),
    bytes: () => inner.bytes.subarray(tag.length, inner.bytes.length - LAST_TAG.length),
  };
  return before + tag + leave(slot) + LAST_TAG + after;
}

/** Nothing that KaTeX wrote needs to be changed: so it is with nine formulas of ten. */
function isShownAsIs({ given }: Typeset, { tex, links = [], numbers }: Shown): boolean {
  return given === tex && links.length === 0 && numbers.length === 0 && !given.includes('\\href');
}

/**
 * What KaTeX made, changed inside. These are the long formulas, and few bytes of them change: the bytes are
 * taken for a text of Latin letters, which is not decoded, and what is written into it is made such a text as well.
 */
function changeInside({ bytes, tag, given }: Typeset, { tex, links = [], numbers }: Shown): KatexHtml {
  const linked = links.reduce(writeFarLink, bytes.toString('latin1'));
  const annotated = given === tex ? linked : replaceAnnotation(linked, tex);
  const changed = fillNumbers(given.includes('\\href') ? removeFromTabOrder(annotated) : annotated, numbers);
  return new KatexHtml(Buffer.from(changed, 'latin1'), tag);
}

/** The bytes of a text, each as a letter. */
function writeAsBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** A formula that could not be typeset: its source, with the reason in its title. */
export function writeFailure(shown: Shown, reason: string): string {
  const [kind, sign] = shown.display ? ['math-display', '$$'] : ['math-inline', '$'];
  const code = `<code class="math-error ${kind}" title="${escapeHtml(reason)}">${escapeHtml(sign + shown.tex + sign)}</code>`;
  return shown.display && shown.block ? `<div class="math-display">${code}</div>` : code;
}

function replaceAnnotation(html: string, tex: string): string {
  const start = html.indexOf(ANNOTATION);
  const end = html.indexOf('</annotation>', start);
  if (start < 0 || end < 0) return html;
  return html.slice(0, start + ANNOTATION.length) + writeAsBytes(escapeHtml(tex)) + html.slice(end);
}

/** KaTeX was given a mark in the place of the address, which it would have taken apart. */
function writeFarLink(html: string, { mark, url, title }: FarLink): string {
  const address = writeAsBytes(`href="${escapeHtml(url)}"`);
  const shown = writeAsBytes(`title="${escapeHtml(title)}"`);
  return html
    .replace(LINK, (whole, classes = '', id: string) =>
      id === mark ? `<a tabindex="-1" class="math-reference${classes && ` ${classes}`}" ${shown} ${address}` : whole,
    )
    .replaceAll(` href="#${mark}"`, ` ${address}`);
}

/** A link as KaTeX writes it: in smaller type it has a class. */
const LINK = /<a(?: class="([^"]*)")? href="#([^"]*)"/g;

/** KaTeX's HTML is hidden from screen readers, which have the MathML; what is hidden must not take the focus. */
function removeFromTabOrder(html: string): string {
  return html.replace(LINK, (link) => link.replace('<a', '<a tabindex="-1"'));
}

/** KaTeX leaves the numbers of rows out of its MathML. */
function fillNumbers(html: string, numbers: readonly EquationNumber[]): string {
  const cell = '<mtd class ="mml-eqn-num">';
  if (numbers.length === 0 || !html.includes(cell)) return html;
  const left = [...numbers];
  return html.replaceAll(`${cell}</mtd>`, () => {
    const number = left.shift();
    return number ? writeAsBytes(`<mtd><mtext>(${escapeHtml(number.shown)})</mtext></mtd>`) : '<mtd></mtd>';
  });
}

/** One number: the whole can be linked to. More: each row has an id of its own. */
function writeAttributes(numbers: readonly EquationNumber[]): string {
  const [first] = numbers;
  if (!first) return '';
  const label = numbers.map((number) => `(${number.shown})`).join(' ');
  return `${numbers.length === 1 ? ` id="${escapeHtml(first.id)}"` : ''} role="group" aria-label="${escapeHtml(label)}"`;
}

/** Where KaTeX writes no HTML, its ids are lost. */
function writeAnchors(numbers: readonly EquationNumber[], { bytes }: KatexHtml): string {
  if (numbers.length < 2) return '';
  const hasPlaces = bytes.includes('<span class="katex-html"');
  return hasPlaces ? '' : numbers.map(({ id }) => `<span id="${escapeHtml(id)}"></span>`).join('');
}

/** Some HTML with each formula as MathML alone, for feeds: readers without our stylesheet would show KaTeX's HTML as a second, broken copy. */
export function keepMathml(html: string): string {
  let result = '';
  let done = 0;
  const spans = /<span\b[^>]*>|<\/span>/g;
  for (
    let start = html.indexOf('<span class="katex-html"');
    start >= 0;
    start = html.indexOf('<span class="katex-html"', done)
  ) {
    result += html.slice(done, start);
    spans.lastIndex = start;
    let depth = 0;
    let end = html.length;
    for (let match = spans.exec(html); match; match = spans.exec(html)) {
      depth += match[0] === '</span>' ? -1 : 1;
      if (depth > 0) continue;
      end = spans.lastIndex;
      break;
    }
    done = end;
  }
  return result + html.slice(done);
}
