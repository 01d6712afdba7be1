/**
 * The text a reader sees, taken from tokens: for ids, descriptions, search and counts.
 */
import type { Token } from 'markdown-it';
import { stripTags } from '../base/text.ts';

/** The text of inline tokens on one line; formulas as readable text, pictures left out. */
export function readInlineText(children: readonly Token[]): string {
  return children.map((token) => readProse(token) ?? readVerbatim(token)).join('');
}

/** Words alone, as they are counted: a space stands for code and formulas. */
function readWords(children: readonly Token[]): string {
  return children.map((token) => readProse(token) ?? ' ').join('');
}

function readProse({ type, content }: Token): string | undefined {
  if (type === 'text' || type === 'text_special') return content;
  return type === 'softbreak' || type === 'hardbreak' ? ' ' : undefined;
}

function readVerbatim(token: Token): string {
  if (token.type === 'code_inline') return token.content;
  return token.type.startsWith('math_') ? readFormula(token) : '';
}

function readFormula(token: Token): string {
  const text = token.meta?.text;
  return typeof text === 'string' ? text : '';
}

export interface BodyText {
  /** Prose alone, without code and formulas: what words are counted in. */
  readonly prose: string;
  /** Prose, code, formulas and what stands in HTML: what is searched. */
  readonly whole: string;
  /** The first paragraphs, without headings, lists of links, tables or code. */
  readonly opening: string;
}

/** The text of a whole post, a line for each block. */
export function readBodyText(tokens: readonly Token[]): BodyText {
  const prose: string[] = [];
  const whole: string[] = [];
  const opening: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'fence' || token.type === 'code_block') whole.push(token.content);
    if (token.type === 'html_block') whole.push(stripTags(dropScripts(token.content)));
    if (token.type === 'math_display') whole.push(readFormula(token));
    if (token.type !== 'inline') continue;
    const text = readInlineText(token.children ?? []).trim();
    if (text === '') continue;
    prose.push(readWords(token.children ?? []));
    whole.push(text);
    if (tokens[index - 1]?.type === 'paragraph_open') opening.push(text);
  }
  return { prose: prose.join('\n'), whole: whole.join('\n'), opening: opening.join(' ') };
}

/** HTML without what no reader sees. */
export function dropScripts(html: string): string {
  return html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '');
}
