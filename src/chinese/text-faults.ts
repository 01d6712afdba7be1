/**
 * Characters in a text that nobody wrote there on purpose: what is left of one that another
 * encoding could not hold, separators of lines that word processors use, and invisible ones
 * that keep Markdown from seeing its own signs.
 */

export interface TextFault {
  /** `lost`: U+FFFD; `separator`: U+2028, U+2029; `hidden`: beside a sign of Markdown. */
  readonly kind: 'lost' | 'separator' | 'hidden';
  readonly offset: number;
  /** How often this is in the text; a fault that is counted is told once, where it is first. */
  readonly count: number;
  /** The character, as `U+200B`. */
  readonly sign: string;
  /** The sign of Markdown beside it; `''` unless `hidden`. */
  readonly mark: string;
}

const SUSPICIOUS = /[\u00a0\u2000-\u200d\u2028\u2029\u202f\u2060\ufeff\ufffd]/;
const LOST = /\ufffd/g;
const SEPARATORS = /[\u2028\u2029]/g;
const INVISIBLE = '\\u200b-\\u200d\\u2028\\u2029\\u2060\\ufeff';
const WRONG_SPACE = `\\u00a0\\u2000-\\u200a\\u202f${INVISIBLE}`;
/** `#`, `-`, a fence … behind something invisible; a quote's signs may stand before. */
const BEFORE_MARK = new RegExp(
  `^[ \\t>]*([${INVISIBLE}]+)[ \\t]*(#{1,6}(?=[ \\t])|\`{3,}|~{3,}|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t])|>|\\$\\$|\\||:::)`,
);
const AFTER_MARK = new RegExp(`^[ \\t>]*(#{1,6}|[-*+]|\\d{1,9}[.)])([${WRONG_SPACE}])[ \\t]*\\S`);
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;

/** The faults of a text in the order in which they stand in it; signs within fenced code are none. */
export function findTextFaults(text: string): readonly TextFault[] {
  if (!SUSPICIOUS.test(text)) return [];
  const counted = [findAll(text, LOST, 'lost'), findAll(text, SEPARATORS, 'separator')].filter(
    (fault) => fault !== undefined,
  );
  return [...counted, ...findHidden(text)].sort((one, other) => one.offset - other.offset);
}

function findAll(text: string, pattern: RegExp, kind: 'lost' | 'separator'): TextFault | undefined {
  const found = [...text.matchAll(pattern)];
  const [first] = found;
  return first && { kind, offset: first.index, count: found.length, sign: nameOf(first[0]), mark: '' };
}

function findHidden(text: string): TextFault[] {
  const faults: TextFault[] = [];
  let start = 0;
  let fence = '';
  for (const line of text.split('\n')) {
    const [, opened = ''] = FENCE.exec(line) ?? [];
    if (fence !== '' ? opened.startsWith(fence) : opened !== '') fence = fence === '' ? opened : '';
    const fault = fence === '' && SUSPICIOUS.test(line) ? findBesideMark(line) : undefined;
    if (fault)
      faults.push({ kind: 'hidden', offset: start + fault.at, count: 1, sign: nameOf(fault.char), mark: fault.mark });
    start += line.length + 1;
  }
  return faults;
}

function findBesideMark(line: string): { at: number; char: string; mark: string } | undefined {
  const [, before = '', behind = ''] = BEFORE_MARK.exec(line) ?? [];
  if (before !== '') return { at: line.indexOf(before), char: before.charAt(0), mark: behind };
  const [, mark = '', after = ''] = AFTER_MARK.exec(line) ?? [];
  return after === '' ? undefined : { at: line.indexOf(after), char: after, mark };
}

function nameOf(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
