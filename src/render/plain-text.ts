/**
 * The text a reader sees, taken from tokens: for ids, descriptions, search and counts.
 */
import type { Token } from 'markdown-it';

/** The text of inline tokens on one line; formulas as readable text, pictures left out. */
export function readInlineText(children: readonly Token[]): string {
  let text = '';
  for (const token of children) {
    if (token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special') text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type.startsWith('math_')) text += readFormula(token);
  }
  return text;
}

function readFormula(token: Token): string {
  const text = token.meta?.text;
  return typeof text === 'string' ? text : '';
}

export interface BodyText {
  /** Prose alone: what words are counted in and descriptions are cut from. */
  readonly prose: string;
  /** Prose and code: what is searched. */
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
    if (token.type !== 'inline') continue;
    const text = readInlineText(token.children ?? []).trim();
    if (text === '') continue;
    prose.push(text);
    whole.push(text);
    if (tokens[index - 1]?.type === 'paragraph_open') opening.push(text);
  }
  return { prose: prose.join('\n'), whole: whole.join('\n'), opening: opening.join(' ') };
}
