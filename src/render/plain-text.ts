/**
 * The text a reader sees, taken from tokens: for ids, descriptions, search and counts.
 */
import type { Token } from 'markdown-it';
import { stripTags } from '../base/text.ts';
import { charAfter, charBefore, isLetter, isSquare } from '../chinese/characters.ts';
import { LITERAL_CLOSE, LITERAL_OPEN } from './tags/marks.ts';

/** The text of inline tokens on one line; formulas as readable text, pictures left out. */
export function readInlineText(children: readonly Token[]): string {
  return joinLines(children.map((token) => readProse(token) ?? readVerbatim(token)).join(''));
}

/** Tokens without the tags that stay as written: they are on the page, but say nothing of it. */
function dropLiteralTags(children: readonly Token[]): Token[] {
  let depth = 0;
  return children.filter(({ type }) => {
    if (type === LITERAL_OPEN) depth++;
    if (type === LITERAL_CLOSE) depth--;
    return depth === 0;
  });
}

/** Words alone, as they are counted: a space stands for code and formulas. */
function readWords(children: readonly Token[]): string {
  return children.map((token) => readProse(token) ?? (readTagWords(token) || ' ')).join('');
}

function readProse({ type, content }: Token): string | undefined {
  if (type === 'text' || type === 'text_special') return content;
  return type === 'softbreak' || type === 'hardbreak' ? '\n' : undefined;
}

/** A text on one line: between 漢字 a break leaves nothing, elsewhere a space, however the page shows it. */
function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(/[ \t]*\n\s*/g, (gap, at: number) =>
    isSquare(charBefore(text, at)) && isSquare(charAfter(text, at + gap.length)) ? '' : ' ',
  );
}

/** Paragraphs in one line. Behind a Chinese full stop stands no space. */
function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.reduce((text, paragraph) => {
    const last = charBefore(text, text.length);
    return text + (text === '' || (isSquare(last) && !isLetter(last)) ? '' : ' ') + paragraph;
  }, '');
}

function readVerbatim(token: Token): string {
  if (token.type === 'code_inline') return token.content;
  if (token.type === 'html_inline') return /^<br\b/i.test(token.content) ? '\n' : '';
  return token.type.startsWith('math_') ? readNoted(token) : readTagWords(token);
}

/** What a tag within a line says, which is known once it is drawn. */
function readTagWords(token: Token): string {
  return token.type === 'tag_text' ? readNoted(token) : '';
}

/** The text that was noted with a formula or a tag. */
function readNoted(token: Token): string {
  const text = token.meta?.text;
  return typeof text === 'string' ? text : '';
}

export interface BodyText {
  /** Prose alone, without code and formulas: what words are counted in. */
  readonly prose: string;
  /** Prose, code, formulas and what stands in HTML: what is searched. */
  readonly whole: string;
  /** The paragraphs, without headings, tables, code or footnotes. */
  readonly opening: string;
}

const FOOTNOTES = new Set(['footnote_open', 'footnote_close', 'footnote_block_open', 'footnote_block_close']);

/** The text of a whole post, a line for each block. */
export function readBodyText(tokens: readonly Token[]): BodyText {
  const prose: string[] = [];
  const whole: string[] = [];
  const opening: string[] = [];
  const html: string[] = [];
  let footnotes = 0;
  let before = '';
  for (const token of tokens) {
    const { type } = token;
    if (type === 'inline') {
      const text = readInlineText(token.children ?? []).trim();
      if (text !== '') {
        prose.push(readWords(token.children ?? []));
        whole.push(text);
        const said = readInlineText(dropLiteralTags(token.children ?? [])).trim();
        if (footnotes === 0 && before === 'paragraph_open' && said !== '') opening.push(said.replace(/ {2,}/g, ' '));
      }
    } else if (type === 'fence' || type === 'code_block') whole.push(token.content);
    else if (type === 'html_block') {
      html.push(token.content);
      whole.push(stripTags(dropScripts(token.content)));
    } else if (type === 'math_display') whole.push(readNoted(token));
    else if (FOOTNOTES.has(type)) footnotes += token.nesting;
    before = type;
  }
  // A post may be HTML from its first line to its last.
  const written = prose.length > 0 ? [] : readParagraphs(html.join('\n'));
  return {
    prose: [...prose, ...written].join('\n'),
    whole: whole.join('\n'),
    opening: joinParagraphs([...opening, ...written]),
  };
}

/** The paragraphs of HTML, without headings, tables or code. */
function readParagraphs(html: string): string[] {
  const text = dropScripts(html).replace(/<(pre|table|h[1-6])\b[\s\S]*?<\/\1>/gi, '');
  return text
    .split(/<\/?(?:p|div|section|article|center|blockquote|[ou]l|li|br)\b[^>]*>/i)
    .flatMap((piece) => stripTags(piece) || []);
}

/** HTML without what no reader sees. */
export function dropScripts(html: string): string {
  return html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '');
}
