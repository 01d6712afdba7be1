/**
 * The documents of tags and helpers as Markdown, made of the tables that define them.
 */
import type { HelperDocs } from '../../src/layout/helpers/docs/helper-docs.ts';
import type { TagDocs } from '../../src/render/tags/definition.ts';

const MADE = '<!-- Made by `npm run docs` of the table that the code reads. Change it there. -->\n';

/** A block of code which may hold fences itself. */
function fence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${text}\n${marks}\n`;
}

/** The page of one tag, in both languages. */
export function writeTagPage({ names, origin, syntax, about, example }: TagDocs): string {
  const [name, ...others] = names;
  const aliases = others.length === 0 ? '' : ` · ${others.map((other) => `\`${other}\``).join(' ')}`;
  return [
    `${MADE}\n# ${name}\n\n${origin}${aliases}\n`,
    fence('markdown', syntax),
    `${about.en}\n\n${about.zh}\n`,
    '## Example 例\n',
    fence('markdown', example.source),
    fence('html', example.html.trimEnd()),
  ].join('\n');
}

/** The page of one helper, in both languages. */
export function writeHelperPage({ name, syntax, about, example }: HelperDocs): string {
  const shown = example.html.trim();
  return [
    `${MADE}\n# ${name}\n`,
    fence('jinja', syntax),
    `${about.en}\n\n${about.zh}\n`,
    '## Example 例\n',
    fence('jinja', example.template),
    ...(shown === '' ? [] : [fence('html', shown)]),
  ].join('\n');
}

interface Row {
  readonly name: string;
  readonly origin?: string;
  readonly about: { readonly en: string; readonly zh: string };
}

/** The table of all pages in a folder. */
export function writeIndex(
  title: string,
  intro: { readonly en: string; readonly zh: string },
  { folder, rows }: { readonly folder: string; readonly rows: readonly Row[] },
): string {
  const lines = rows.map(({ name, origin, about }) => {
    const from = origin === undefined ? '' : `${origin} | `;
    return `| [\`${name}\`](${folder}/${name}.md) | ${from}${about.en.replaceAll('|', '\\|')} | ${about.zh.replaceAll('|', '\\|')} |`;
  });
  const hasOrigin = rows.some(({ origin }) => origin !== undefined);
  const head = hasOrigin ? '| | | | |\n| --- | --- | --- | --- |' : '| | | |\n| --- | --- | --- |';
  return `${MADE}\n# ${title}\n\n${intro.en}\n\n${intro.zh}\n\n${head}\n${lines.join('\n')}\n`;
}
