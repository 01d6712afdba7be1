/**
 * `mojing new [layout] <title>`: a post, page or draft from its scaffold. Prints the path
 * it made. A file that is there already is never touched, unless `--replace` says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { formatDate, parseDate, toWallClock } from '../base/date.ts';
import { sha1Hex } from '../base/fingerprint.ts';
import { joinPath } from '../base/path.ts';
import { toFileName } from '../chinese/file-name.ts';
import { DEFAULT_SCAFFOLDS, fillScaffold } from '../content/fill-scaffold.ts';
import type { Config } from '../model/config.ts';
import { decodeText } from '../model/sources.ts';
import { type Call, UsageError } from './arguments.ts';
import { findRoot, openSite } from './open-site.ts';
import { createReporter } from './report.ts';

/** Runs the command; returns its exit code. */
export async function runNew(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const root = findRoot(call);
  const { config } = openSite(root, call);
  const wish = readWish(call, config);
  const path = choosePath(wish, config);
  const file = join(root, config.source_dir, path);
  const taken = call.has('replace') ? undefined : findTaken(file);
  if (taken !== undefined)
    throw new UsageError('{file} is there already. Choose another title or --slug, or replace it with --replace.', {
      file: relative(root, taken),
    });
  const scaffold = join(root, 'scaffolds', `${wish.layout}.md`);
  const text = existsSync(scaffold)
    ? readScaffold(scaffold, root)
    : (DEFAULT_SCAFFOLDS[wish.layout] ?? DEFAULT_SCAFFOLDS.post ?? '');
  const values = { title: wish.title, date: wish.date, layout: wish.layout, slug: wish.slug };
  writeWhole(file, fillScaffold(text, values, wish.settings));
  if (config.post_asset_folder && wish.layout !== 'page') mkdirSync(file.replace(/\.[^./]+$/, ''), { recursive: true });
  reporter.answer(
    call.has('json') ? JSON.stringify({ type: 'created', path: relative(root, file) }) : relative(root, file),
  );
  if (call.has('edit')) spawnSync(process.env.EDITOR ?? 'vi', [file], { stdio: 'inherit', shell: false });
  return 0;
}

function readScaffold(file: string, root: string): string {
  const text = decodeText(readFileSync(file));
  if (text !== undefined) return text;
  throw new UsageError('{file} is not UTF-8. `mojing convert-encoding {file}` mends it.', {
    file: relative(root, file),
  });
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
  if (!/^[\w-]+$/.test(layout)) throw new UsageError('`{layout}` cannot be a layout.', { layout });
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
    slug: toFileName(call.get('slug') ?? title),
    date: formatDate(instant, config.timezone, 'YYYY-MM-DD HH:mm:ss', 'en'),
    instant,
    path,
    settings,
  };
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
  const clock = toWallClock(instant, config.timezone);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const values: Record<string, string> = {
    title: slug,
    year: String(clock.year),
    month: pad(clock.month),
    day: pad(clock.day),
    i_month: String(clock.month),
    i_day: String(clock.day),
    hash: sha1Hex(`${title}${Math.floor(instant / 1000)}`).slice(0, 12),
  };
  const name = config.new_post_name.replace(
    /:(\w+)/g,
    (_whole, key: string) => values[key] ?? toFileName(settings.get(key) ?? key),
  );
  return `_posts/${/\.\w+$/.test(name) ? name : `${name}.md`}`;
}

/** A file that this name would overwrite on some disk: names equal up to case and normalisation are one there. */
function findTaken(file: string): string | undefined {
  if (existsSync(file)) return file;
  const folder = dirname(file);
  if (!existsSync(folder)) return undefined;
  const fold = (name: string): string => name.normalize('NFC').toLowerCase();
  const name = readdirSync(folder).find((other) => fold(other) === fold(basename(file)));
  return name === undefined ? undefined : join(folder, name);
}

/** The file appears whole or not at all. */
function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = join(dirname(file), `.#${process.pid}.tmp`);
  writeFileSync(beside, text, { flag: 'wx' });
  renameSync(beside, file);
}
