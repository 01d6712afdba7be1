/**
 * Jekyll's `{% link _posts/2024-01-01-a.md %}`: the address of a source file.
 */
import { toUrl } from '../../base/path.ts';
import { escapeHtml } from '../../base/text.ts';
import { tell } from '../context.ts';
import type { TagUse } from './definition.ts';

/** The address of the one file that the tag names; `undefined` if it does not name one. */
export function findSourceUrl({ args, text, source, context, map }: TagUse): string | undefined {
  if (!/^[^:]+\.(?:md|markdown|html?)$/i.test(text) || args.length === 0) return undefined;
  const found = context.site.findPost(text.replace(/^\/?(?:source\/)?_posts\//, '')) ?? context.site.findPost(text);
  if (!found) {
    const values = { target: text, suggestion: 'Give the path of a post or a page, from the top of the blog.' };
    tell(context, 'link/post-missing', values, { map, snippet: source });
    return escapeHtml(text);
  }
  context.links.add(found.id);
  return escapeHtml(toUrl(context.site.rootOf(found.route), found.route));
}
