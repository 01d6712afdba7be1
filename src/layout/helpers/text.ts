/**
 * Text: cutting, wrapping, escaping, numbers. What is not HTML is returned as plain text,
 * which the template escapes when it prints it.
 */
import { segmentGraphemes } from '../../base/graphemes.ts';
import { escapeHtml, stripTags } from '../../base/text.ts';
import { toTitleCase } from '../../base/title-case.ts';
import { type Helper, markSafe, type SafeHtml, toText } from '../helper.ts';
import { readNumber, readText, splitArguments } from './arguments.ts';
import { describeValue } from './describe-value.ts';
import { dropHidden } from './drop-hidden.ts';
import { wrapText } from './wrap-text.ts';

const trim: Helper = (_scope, text) => toText(text).trim();

/** The text a reader sees in a piece of HTML; of a formula its MathML, not its layout as well. */
const strip_html: Helper = (_scope, html) => stripTags(dropHidden(toText(html)));

const escape_html: Helper = (_scope, text): SafeHtml => markSafe(escapeHtml(toText(text)));

/** `word_wrap(text, { width: 80 })`: lines of at most so many columns, a Chinese character taking two. */
const word_wrap: Helper = (_scope, ...args) => {
  const { values, options } = splitArguments(args);
  return wrapText(toText(values[0]), readNumber(options, 'width', 80));
};

/**
 * `truncate(text, { length: 30, omission: '...', separator: ' ' })`, counted in characters
 * as readers count them, the omission included. With a separator the cut is made at one.
 */
const truncate: Helper = (_scope, ...args) => {
  const { values, options } = splitArguments(args);
  const characters = splitGraphemes(toText(values[0]));
  const length = readNumber(options, 'length', readNumber({ length: values[1] }, 'length', 30));
  const omission = readText(options, 'omission', '...');
  if (characters.length <= length) return characters.join('');
  const cut = characters.slice(0, Math.max(0, length - splitGraphemes(omission).length)).join('');
  const separator = readText(options, 'separator');
  const at = separator === '' ? -1 : findCut(toText(values[0]), cut, separator);
  return (at > 0 ? cut.slice(0, at) : cut) + omission;
};

function splitGraphemes(text: string): string[] {
  return Array.from(segmentGraphemes(text), ({ segment }) => segment);
}

/** Where the last separator stands in the cut, or right behind it; -1 if there is none. */
function findCut(whole: string, cut: string, separator: string): number {
  return whole.startsWith(separator, cut.length) ? cut.length : cut.lastIndexOf(separator);
}

/** An English title in title case; words with capitals or dots inside (`iPhone`, `a.b`) stay as they are. */
const titlecase: Helper = (_scope, text) => toTitleCase(toText(text));

/** `number_format(12345.678, { precision: 2, delimiter: ',', separator: '.' })` → `12,345.68`. */
const number_format: Helper = (_scope, ...args) => {
  const { values, options } = splitArguments(args);
  const number = Number(toText(values[0]));
  if (toText(values[0]).trim() === '' || !Number.isFinite(number)) return toText(values[0]);
  const precision = readNumber(options, 'precision', -1);
  const plain = precision >= 0 && options.precision !== false ? number.toFixed(precision) : String(number);
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, () => readText(options, 'delimiter', ','));
  return fraction === undefined ? grouped : grouped + readText(options, 'separator', '.') + fraction;
};

/** `markdown(text)`: Markdown as HTML. */
const markdown: Helper = ({ scope }, text): SafeHtml => markSafe(scope.renderText(toText(text)));

/** `render(text, engine)`: Markdown as HTML; what is written for an engine of Hexo's is given as it is. */
const render: Helper = (scope, text, engine) =>
  /^(?:md|markdown|mkd)?$/.test(toText(engine)) ? markdown(scope, text) : toText(text);

/** Says nothing: a page that is not drawn anew would say nothing either. */
const log: Helper = () => '';

/** A value written out, for those who write themes. */
const inspect: Helper = (_scope, value) => describeValue(value);

export const textHelpers: Readonly<Record<string, Helper>> = {
  trim,
  strip_html,
  escape_html,
  word_wrap,
  truncate,
  titlecase,
  number_format,
  inspect,
  markdown,
  render,
  log,
};
