/**
 * Conversion of raw HTML: the text between tags, and the attributes that are words. Code,
 * formulas, what is marked `translate="no"` or is in another language stays, and so does
 * every other byte.
 */
import type { Converter } from './conversion.ts';
import { scriptOf } from './language.ts';

/** Attributes end somewhere: what has thousands of characters outside of quotes is no tag. */
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>]){0,2000})>/gi;
const WORDS = /(\s(?:alt|title|aria-label|placeholder|summary)\s*=\s*)("[^"]*"|'[^']*')/gi;
const KEPT = /^(?:code|kbd|samp|var|pre|script|style|svg|math|textarea)$/i;
const KEPT_CLASS = /\sclass\s*=\s*["']?[^"'>]*\b(?:katex|nocc|notranslate)\b/i;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
/** Elements whose end people leave out. */
const SHORT = /^(?:p|li|dt|dd|td|th|tr)$/i;

/** Walks through pieces of HTML in order and remembers whether it is within something to be left alone. */
export class HtmlConverter {
  readonly #converter: Converter;
  /** The element that is left alone, and how many of its name stand open. */
  #kept: { readonly name: string; depth: number } | undefined;

  constructor(converter: Converter) {
    this.#converter = converter;
  }

  /** Whether the walk has come to something that is left alone. */
  get isKept(): boolean {
    return this.#kept !== undefined;
  }

  /** A piece of HTML, which may begin or end within an element. */
  html(html: string): string {
    let converted = '';
    let from = 0;
    for (const match of html.matchAll(TAG)) {
      converted += this.#text(html.slice(from, match.index)) + this.#tag(match);
      from = match.index + match[0].length;
    }
    return converted + this.#text(html.slice(from));
  }

  /** Walks through one paragraph, at whose end all that was opened in it is closed. */
  paragraph(walk: () => void): void {
    const outside = this.#kept;
    walk();
    if (this.#kept !== outside) this.#kept = undefined;
  }

  #text(text: string): string {
    return this.#kept ? text : this.#converter.convert(text);
  }

  #tag([whole, slash, name = '', attributes = '']: RegExpExecArray): string {
    if (this.#kept) {
      if (name.toLowerCase() === this.#kept.name && !attributes.endsWith('/')) this.#kept.depth += slash ? -1 : 1;
      if (this.#kept.depth === 0) this.#kept = undefined;
      return whole;
    }
    if (slash !== '' || name === '') return whole;
    const isLeft = KEPT.test(name) || this.#isLeft(attributes);
    if (isLeft && !VOID.test(name) && !SHORT.test(name) && !attributes.endsWith('/'))
      this.#kept = { name: name.toLowerCase(), depth: 1 };
    return isLeft
      ? whole
      : whole.replace(WORDS, (_whole, head: string, value: string) => head + this.#converter.convert(value));
  }

  #isLeft(attributes: string): boolean {
    if (/\stranslate\s*=\s*["']?no\b/i.test(attributes) || KEPT_CLASS.test(attributes)) return true;
    const language = /\s(?:xml:)?lang\s*=\s*["']?([\w-]+)/i.exec(attributes)?.[1];
    return language !== undefined && scriptOf(language) !== this.#converter.from;
  }
}
