/**
 * What the tokens of tags remember, and the names that are nobody's here.
 */
import type { Token } from 'markdown-it';
import type { TagMark } from './syntax.ts';

/** Tags that belong to another room (`math/`). */
export const FOREIGN = /^(end)?(math|mathjax|katex)$/;
/** A tag that only marks a stretch of text. */
export const RAW = /^(end)?raw$/;

/** `{% raw %}` and `{% endraw %}` in code, which Hexo takes out wherever it reads tags: in a line, and in `{% codeblock %}`. */
export function dropRaw(code: string): string {
  return code.replace(/\{%-?\s*raw\s*-?%\}\n?([\s\S]*?)\n?\{%-?\s*endraw\s*-?%\}/g, '$1');
}

/** The mark that each tag token came from. */
export const marks = new WeakMap<Token, TagMark>();
