/**
 * What the tokens of one paragraph are to a rule about its text.
 *
 * | role       | tokens                                              | a rule …                        |
 * | ---------- | --------------------------------------------------- | ------------------------------- |
 * | `prose`    | text                                                | reads it and may change it      |
 * | `verbatim` | text of an automatic link or inside raw `<code>`    | sees it and leaves it           |
 * | `atom`     | inline code, inline formula                         | sees one thing, like a word     |
 * | `tag`      | `<strong>`, `<a>`, … and what hangs on a character  | looks through it                |
 * | `html`     | a raw tag                                           | decides for itself              |
 * | `break`    | soft and hard breaks                                | stops                           |
 * | `opaque`   | pictures, displayed formulas, all that is unknown   | stops                           |
 */
import type { MarkdownIt, Token } from 'markdown-it';

export type Role = 'prose' | 'verbatim' | 'atom' | 'tag' | 'html' | 'break' | 'opaque';

const ROLES: Readonly<Record<string, Role>> = {
  text: 'prose',
  text_special: 'prose',
  code_inline: 'atom',
  math_inline: 'atom',
  html_inline: 'html',
  softbreak: 'break',
  hardbreak: 'break',
  footnote_ref: 'tag',
  ruby_text: 'tag',
};
const CODE_TAG = /^<(\/?)(?:code|kbd|samp|var|pre|script|style|svg|math|textarea)(?=[\s/>])/i;

/** The role of each token of a paragraph, in order. */
export function findRoles(tokens: readonly Token[]): Role[] {
  let verbatim = 0;
  return tokens.map((token) => {
    if (token.type.startsWith('link_') && token.info === 'auto') verbatim = Math.max(0, verbatim + token.nesting);
    if (token.type === 'html_inline') verbatim = Math.max(0, verbatim + codeNesting(token.content));
    const role = ROLES[token.type] ?? (token.nesting === 0 ? 'opaque' : 'tag');
    return verbatim > 0 && role === 'prose' ? 'verbatim' : role;
  });
}

/** Whether a raw tag opens (1) or closes (-1) an element whose text is no prose. */
export function codeNesting(html: string): -1 | 0 | 1 {
  const match = CODE_TAG.exec(html);
  if (!match || html.endsWith('/>')) return 0;
  return match[1] === '/' ? -1 : 1;
}

export type MakeText = (content: string) => Token;

/** Adds a rule that is run once on the tokens of every paragraph, heading and table cell, and may replace them. */
export function addInlineRule(
  md: MarkdownIt,
  name: string,
  rule: (tokens: Token[], makeText: MakeText) => Token[],
): void {
  md.core.ruler.push(name, (state) => {
    const makeText: MakeText = (content) => Object.assign(new state.Token('text', '', 0), { content });
    for (const token of state.tokens) {
      if (token.type === 'inline' && token.children) token.children = rule(token.children, makeText);
    }
  });
}
