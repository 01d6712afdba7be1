/**
 * `mojing new [layout] <title>`: a post, page or draft from its scaffold. Prints the path
 * it made. A file that is there already is never touched, unless `--replace` says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { formatDate, parseDate } from '../base/date.ts';
import { joinPath } from '../base/path.ts';
import { toFileName } from '../chinese/file-name.ts';
import { createAbbrlink } from '../content/abbrlink.ts';
import { DEFAULT_SCAFFOLDS, fillScaffold } from '../content/fill-scaffold.ts';
import { letterCase } from '../content/term-slug.ts';
import type { Config } from '../model/config.ts';
import { decodeText } from '../model/sources.ts';
import { type Call, UsageError } from './arguments.ts';
import { findRoot, openSite } from './open-site.ts';
import { fillPostName, findTaken, writeWhole } from './post-files.ts';
import { createReporter } from './report.ts';

/** Runs the command; returns its exit code. */
export async function runNew(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const root = findRoot(call);
  const { config } = openSite(root, call);
  const wish = readWish(call, config);
  const settings = completeSettings(wish, config);
  const path = choosePath({ ...wish, settings }, config);
  const file = join(root, config.source_dir, path);
  const taken = call.has('replace') ? undefined : findTaken(file);
  if (taken !== undefined)
    throw new UsageError('{file} is there already. Choose another title or --slug, or replace it with --replace.', {
      file: relative(root, taken),
    });
  const { title, date, layout, slug } = wish;
  const values = { ...Object.fromEntries(settings), title, date, layout, slug, path: `${config.source_dir}/${path}` };
  writeWhole(file, fillScaffold(readScaffold(root, wish), values, settings));
  if (config.post_asset_folder && layout !== 'page') mkdirSync(file.replace(/\.[^./]+$/, ''), { recursive: true });
  reporter.answer(
    call.has('json') ? JSON.stringify({ type: 'created', path: relative(root, file) }) : relative(root, file),
  );
  const fault = call.has('edit') ? openEditor(file) : undefined;
  if (fault !== undefined)
    throw new UsageError('{file} was made, but its editor failed: {fault}', { file: relative(root, file), fault });
  return 0;
}

/** The layout's scaffold: the blog's own, else ours. */
function readScaffold(root: string, { layout, title }: Wish): string {
  const scaffold = join(root, 'scaffolds', `${layout}.md`);
  if (existsSync(scaffold)) {
    const text = decodeText(readFileSync(scaffold));
    if (text !== undefined) return text;
    const file = relative(root, scaffold);
    throw new UsageError('{file} is not UTF-8. `mojing convert-encoding {file}` mends it.', { file });
  }
  // A title of two words without quotes looks like a layout and a title.
  if (!/^[\w-]+$/.test(layout))
    throw new UsageError(
      'There is no layout `{layout}`: scaffolds/{layout}.md is missing. A title of several words stands in quotes: mojing new "{layout} {title}".',
      { layout, title },
    );
  return DEFAULT_SCAFFOLDS[layout] ?? DEFAULT_SCAFFOLDS.post ?? '';
}

interface Wish {
  readonly layout: string;
  readonly title: string;
  readonly slug: string;
  /** `YYYY-MM-DD HH:mm:ss` in the site's zone. */
  readonly date: string;
  readonly instant: number;
  readonly path: string | undefined;
  readonly settings: ReadonlyMap<string, string>;
}

function readWish(call: Call, config: Config): Wish {
  const path = call.get('path');
  const operands = call.operands;
  const title = operands.at(-1) ?? (path === undefined ? undefined : basename(path));
  if (title === undefined || title.trim() === '') throw new UsageError('A title is missing: mojing new "我的第一篇".');
  if (operands.length > 2)
    throw new UsageError('A title of several words stands in quotes: mojing new "{title}".', {
      title: operands.join(' '),
    });
  const layout = operands.length === 2 ? (operands[0] ?? '') : config.default_layout;
  if (!/^[\p{L}\p{N}_-]+(\/[\p{L}\p{N}_-]+)*$/u.test(layout))
    throw new UsageError('`{layout}` cannot be a layout.', { layout });
  const asked = call.get('date');
  const instant = asked === undefined ? Date.now() : parseDate(asked, config.timezone);
  if (instant === undefined)
    throw new UsageError('`{asked}` is not a date. Write it as 2024-05-01 or "2024-05-01 09:30:00".', {
      asked: asked ?? '',
    });
  const settings = new Map(call.all('set').map((pair) => readSetting(pair)));
  return {
    layout,
    title,
    slug: toFileName(call.get('slug') ?? title, letterCase(config)),
    date: formatDate(instant, config.timezone, 'YYYY-MM-DD HH:mm:ss', 'en'),
    instant,
    path,
    settings,
  };
}

/** What the post is to say besides; of the site's own accord an `abbrlink`, where addresses are made of it. */
function completeSettings({ settings, layout, title, date }: Wish, config: Config): ReadonlyMap<string, string> {
  const abbrlink = layout === 'page' || layout === 'draft' ? undefined : createAbbrlink(title, date, config);
  return abbrlink === undefined ? settings : new Map([['abbrlink', abbrlink], ...settings]);
}

function readSetting(pair: string): [string, string] {
  const [, key, value = ''] = /^([^=\s:]+)=(.*)$/s.exec(pair) ?? [];
  if (key === undefined) throw new UsageError('--set wants key=value, not `{pair}`.', { pair });
  return [key, value];
}

/** The path below `source_dir`; one that leaves it is refused. */
function choosePath({ layout, slug, path, instant, title, settings }: Wish, config: Config): string {
  if (path !== undefined) {
    const joined = joinPath('', path.replaceAll('\\', '/'));
    if (joined === undefined || joined === '' || /^([A-Za-z]:|[/\\])/.test(path))
      throw new UsageError('--path {path} leads outside {source}/.', { path, source: config.source_dir });
    const folder = layout === 'page' ? '' : layout === 'draft' ? '_drafts/' : '_posts/';
    return `${joined.startsWith(folder) ? '' : folder}${/\.(md|markdown|html)$/i.test(joined) ? joined : `${joined}.md`}`;
  }
  if (layout === 'page') return `${slug}/index.md`;
  if (layout === 'draft') return `_drafts/${slug}.md`;
  return fillPostName({ slug, title, instant, fields: settings }, config);
}

/** Opens a file in the writer's editor, which may have options of its own (`code --wait`). Returns what went wrong, if anything. */
function openEditor(file: string): string | undefined {
  const command = process.env.VISUAL || process.env.EDITOR || 'vi';
  const [editor = 'vi', ...options] = splitWords(command);
  const { error, status } = spawnSync(editor, [...options, file], { stdio: 'inherit', shell: false });
  if (error) return error.message;
  return status === 0 ? undefined : `${command} → ${status}`;
}

/** A command line as a shell parts it, as far as editors need it. */
function splitWords(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}
