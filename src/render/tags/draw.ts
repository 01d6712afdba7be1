/**
 * The tokens of tags → HTML.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { contextOf } from '../context.ts';
import { type TagTable, UNKNOWN } from './definition.ts';
import { marks } from './marks.ts';

/** Renders the tokens between a pair first, and gives them to the tag as its body. */
export function installTagRenderer(md: MarkdownIt, table: TagTable): void {
  const renderer = md.renderer;
  const plain = { render: renderer.render.bind(renderer), renderInline: renderer.renderInline.bind(renderer) };
  const wrap =
    (render: typeof plain.render): typeof plain.render =>
    (tokens, options, env) => {
      let html = '';
      let from = 0;
      for (let at = 0; at < tokens.length; at++) {
        if (tokens[at]?.type !== 'tag_open') continue;
        const end = findPartner(tokens, at);
        html += render(tokens.slice(from, at), options, env);
        html += renderTag(
          table,
          { token: tokens[at], body: wrap(render)(tokens.slice(at + 1, end), options, env) },
          env,
        );
        at = end;
        from = end + 1;
      }
      return from === 0 ? render(tokens, options, env) : html + render(tokens.slice(from), options, env);
    };
  renderer.render = wrap(plain.render);
  renderer.renderInline = wrap((tokens, options, env) => plain.renderInline(tokens, options, env));
  renderer.rules.tag_text = (tokens, index, _options, env) =>
    renderTag(table, { token: tokens[index], body: tokens[index]?.content ?? '' }, env);
}

function findPartner(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.type === 'tag_open') depth++;
    if (tokens[at]?.type === 'tag_close' && --depth === 0) return at;
  }
  return tokens.length;
}

function renderTag(
  table: TagTable,
  { token, body }: { token: Token | undefined; body: string },
  env: object | undefined,
): string {
  const mark = token && marks.get(token);
  if (!mark) return body;
  const definition = table.get(mark.name) ?? UNKNOWN;
  const context = contextOf(env);
  return definition.render({
    name: mark.name,
    text: mark.text,
    args: mark.args,
    body,
    context,
    map: token?.map ?? null,
  });
}
