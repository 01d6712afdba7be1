/**
 * Formulas in what the front matter says of a post: told if they are wrong, and read where
 * only text can stand.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { renderInlineMath } from '../math/inline-text.ts';
import type { Config } from '../model/config.ts';
import { diagnose } from '../model/messages.ts';
import type { Post } from '../model/post.ts';
import type { SiteLookup } from './context.ts';

/** The text with its formulas as readable text. */
export function readFormulas(text: string, { math }: Config): string {
  return math.enable ? renderInlineMath(text, math).text : text;
}

/** What is wrong with the formulas of a post's title, at its place in the front matter. */
export function checkTitle(post: Post, { math }: Config, site: SiteLookup): Diagnostic[] {
  if (!math.enable) return [];
  const { faults } = renderInlineMath(post.title, math);
  if (faults.length === 0) return [];
  const lines = (site.readText(post.id) ?? '').split('\n').slice(0, post.bodyLine - 1);
  const line = Math.max(
    0,
    lines.findIndex((text) => /^\s*["']?title["']?\s*[:=]/.test(text)),
  );
  return faults.map(({ tex, explanation: { code, values, offset, length } }) => {
    const start = lines[line]?.indexOf(tex) ?? -1;
    const column = start < 0 ? 1 : start + offset + 1;
    return diagnose(code, values, { file: post.id, line: line + 1, column, length });
  });
}
