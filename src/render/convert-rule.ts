/**
 * The rule that converts a post into the script of the edition it is rendered for.
 */
import type { MarkdownIt } from 'markdown-it';
import { convertTokens } from '../chinese/convert-tokens.ts';
import { contextOf } from './context.ts';

/** Adds the rule. It must run behind the ids of headings, and before pictures and headings are read. */
export function installConversion(md: MarkdownIt): void {
  md.core.ruler.push('conversion', ({ tokens, env }) => {
    const { converter } = contextOf(env);
    if (converter) convertTokens(tokens, converter);
  });
}
