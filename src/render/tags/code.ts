/**
 * Tags that show code.
 */
import { folderOf, joinPath, toSourcePath } from '../../base/path.ts';
import type { Config } from '../../model/config.ts';
import { drawCode, readInfo } from '../code-rule.ts';
import { tell } from '../context.ts';
import type { TagUse } from './definition.ts';

/** `{% codeblock [title] [lang:x] [url] [link text] [options] %}` */
export function drawCodeBlock({ text, body }: TagUse, config: Config): string {
  const language = /\blang:(\S+)/.exec(text)?.[1] ?? '';
  const info = readInfo(`${language || 'plaintext'} ${text.replace(/\blang:\S+/, '')}`, config);
  return drawCode({ ...info, language, code: body.replace(/^\n|\n\s*$/g, '') }, config);
}

/** `{% include_code [title] [lang:x] [from:N] [to:N] path %}`: a file below `code_dir`, and nothing outside it. */
export function drawIncludedCode({ text, args, context, map, name }: TagUse, config: Config): string {
  const path = args.at(-1) ?? '';
  const top = context.post.id.slice(0, context.post.id.length - context.post.source.length);
  const folder = `${top}${config.code_dir}`;
  const joined = joinPath(folder, path);
  const inside = joined !== undefined && folderOf(`${joined}/`).startsWith(`${folder}/`);
  const code = inside && joined !== undefined ? context.site.readText(toSourcePath(joined)) : undefined;
  if (code === undefined) {
    tell(
      context,
      'link/file-missing',
      { target: path, suggestion: `It is looked for below ${folder}/.` },
      { map: map ?? context.block, snippet: `{% ${name}` },
    );
    return '';
  }
  const option = (key: string): string | undefined => new RegExp(`\\b${key}:(\\S+)`).exec(text)?.[1];
  const lines = code
    .split('\n')
    .slice(Number(option('from') ?? 1) - 1, Number(option('to') ?? Number.POSITIVE_INFINITY));
  const title =
    args
      .slice(0, -1)
      .filter((arg) => !/^(lang|from|to):/.test(arg))
      .join(' ') || path;
  return drawCode(
    {
      code: lines.join('\n').trimEnd(),
      language: option('lang') ?? path.split('.').at(-1) ?? '',
      title,
      lineNumbers: config.highlight.line_number,
    },
    config,
  );
}
