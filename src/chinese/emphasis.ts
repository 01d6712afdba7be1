/**
 * Emphasis beside Chinese punctuation: `**重點：**說明` is bold. CommonMark's rule asks
 * for spaces there (commonmark-spec#650); the amendment for Chinese, Japanese and Korean
 * is markdown-it-cjk-friendly's.
 */
import type { MarkdownIt } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

/** Installs the amended rule for `*`, `**` and `~~`. */
export function installEmphasis(md: MarkdownIt): void {
  md.use(cjkFriendly);
}
