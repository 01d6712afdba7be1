/**
 * Tags that a user's scripts define, as definitions of ours. Arguments reach them
 * HTML-escaped, so that a tag which pastes them into HTML is safe.
 */
import { escapeHtml } from '../../base/text.ts';
import type { Extensions } from '../../model/extension.ts';
import { diagnose } from '../../model/messages.ts';
import { placeInScript } from '../../model/script-place.ts';
import type { TagDefinition } from './definition.ts';

/** The tags of the scripts by name. One that throws shows nothing and is told with its script and the post. */
export function adaptTags(extensions: Extensions): Map<string, TagDefinition> {
  const table = new Map<string, TagDefinition>();
  for (const [name, { script, value }] of extensions.tags) {
    table.set(name, {
      body: value.body,
      isBlock: value.body !== 'none',
      render: ({ args, body, context }) => {
        try {
          return String(value.render({ args: args.map(escapeHtml), body, post: context.post }));
        } catch (error) {
          const detail = `${error instanceof Error ? error.message : String(error)} (tag \`${name}\` in ${context.post.id})`;
          context.diagnostics.push(diagnose('script/failed', { detail }, placeInScript(script, error)));
          return '';
        }
      },
    });
  }
  return table;
}
