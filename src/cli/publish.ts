/**
 * `mojing publish <draft>`: a draft becomes a post, its folder of files along. Nothing is
 * overwritten, and the text stays as it was written: only its date is added if it has none.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { formatDate, type Instant, parseDate } from '../base/date.ts';
import { toSourcePath, withoutExtension } from '../base/path.ts';
import { suggest } from '../base/text.ts';
import { createAbbrlink } from '../content/abbrlink.ts';
import { dropFrontMatter, insertFrontMatter } from '../content/edit-front-matter.ts';
import { readFlag, readText } from '../content/fields.ts';
import { type FrontMatter, splitFrontMatter } from '../content/front-matter.ts';
import type { Config } from '../model/config.ts';
import { decodeText, isMarkdown } from '../model/sources.ts';
import { type Call, UsageError } from './arguments.ts';
import { findRoot, openSite } from './open-site.ts';
import { fillPostName, findTaken, writeWhole } from './post-files.ts';
import { createReporter } from './report.ts';

/** A file below `_drafts`. */
interface Draft {
  /** Absolute. */
  readonly file: string;
  /** Below `_drafts`, without its extension. */
  readonly name: string;
  readonly text: string;
  readonly data: FrontMatter;
}

/** Runs the command; returns its exit code. */
export async function runPublish(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const root = findRoot(call);
  const { config } = openSite(root, call);
  const [wanted, ...others] = call.operands;
  if (wanted === undefined)
    throw new UsageError('A draft is missing: mojing publish "我的草稿". `mojing list drafts` names them.');
  if (others.length > 0)
    throw new UsageError('A name of several words stands in quotes: mojing publish "{name}".', {
      name: call.operands.join(' '),
    });
  const draft = findDraft(listDrafts(join(root, config.source_dir, '_drafts')), wanted);
  const post = placePost(draft, root, { config, call });
  if (post.taken !== undefined && !call.has('replace'))
    throw new UsageError(
      '{file} is there already; nothing was moved. Rename the draft, or replace the post with --replace.',
      { file: relative(root, post.taken) },
    );
  writeWhole(post.file, post.text);
  moveAssets(withoutExtension(draft.file), withoutExtension(post.file));
  rmSync(draft.file);
  const [path, from] = [relative(root, post.file), relative(root, draft.file)];
  reporter.answer(call.has('json') ? JSON.stringify({ type: 'published', path, from }) : path);
  return 0;
}

function listDrafts(folder: string): Draft[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return files
    .filter((path) => isMarkdown(path) && statSync(join(folder, path)).isFile())
    .sort()
    .map((path) => {
      const file = join(folder, path);
      const bytes = readFileSync(file);
      const text = decodeText(bytes) ?? '';
      const { data } = splitFrontMatter(text, toSourcePath(path));
      return { file, name: withoutExtension(path), text: bytes.toString('utf8'), data };
    });
}

/** By its path below `_drafts`, by its file's name, or by its title. Throws a `UsageError` unless just one draft is meant. */
function findDraft(drafts: readonly Draft[], wanted: string): Draft {
  const name = wanted
    .replaceAll('\\', '/')
    .replace(/^(\.\/)?([^/]+\/)?_drafts\//, '')
    .replace(/\.(md|markdown)$/i, '')
    .normalize('NFC');
  const nfc = (text: string): string => text.normalize('NFC');
  const ways: ((draft: Draft) => boolean)[] = [
    (draft) => nfc(draft.name) === name,
    (draft) => nfc(draft.name).split('/').at(-1) === name,
    (draft) => nfc(readText(draft.data.title) ?? '') === nfc(wanted),
  ];
  const found = ways.map((fits) => drafts.filter(fits)).find((fitting) => fitting.length > 0) ?? [];
  const [draft, another] = found;
  const listNames = (list: readonly Draft[]): string => list.map((one) => `\`${one.name}\``).join(', ');
  if (draft && another)
    throw new UsageError('`{wanted}` may be each of {names}: give its whole path.', {
      wanted,
      names: listNames(found),
    });
  if (draft) return draft;
  if (drafts.length === 0) throw new UsageError('There are no drafts. `mojing new draft "…"` begins one.');
  const meant = suggest(
    name,
    drafts.map((one) => one.name),
  );
  if (meant !== undefined)
    throw new UsageError('There is no draft `{wanted}`. Did you mean `{meant}`?', { wanted, meant });
  throw new UsageError('There is no draft `{wanted}`. There are {names}.', { wanted, names: listNames(drafts) });
}

interface Placed {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  /** What stands there already; absolute. */
  readonly taken: string | undefined;
}

function placePost(draft: Draft, root: string, { config, call }: { config: Config; call: Call }): Placed {
  const { instant, date, text } = dateDraft(draft, config, call.get('date'));
  const fields = new Map(Object.entries(draft.data).map(([key, value]) => [key, readText(value) ?? '']));
  const title = readText(draft.data.title) ?? draft.name;
  const file = join(root, config.source_dir, fillPostName({ slug: draft.name, title, instant, fields }, config));
  const folder = withoutExtension(file);
  const taken = findTaken(file) ?? (hasAssets(withoutExtension(draft.file)) ? findTaken(folder) : undefined);
  const addressed = addAbbrlink(text, draft.data, createAbbrlink(title, date, config));
  return { file, text: markPublished(addressed, draft.data), taken };
}

/** The draft's own date, else the one asked for, else now, which is written down. */
function dateDraft(
  { text, data }: Draft,
  { timezone }: Config,
  asked: string | undefined,
): { instant: Instant; date: string; text: string } {
  const own = parseDate(readText(data.date) ?? '', timezone);
  const instant = asked === undefined ? (own ?? Date.now()) : parseDate(asked, timezone);
  if (instant === undefined)
    throw new UsageError('`{asked}` is not a date. Write it as 2024-05-01 or "2024-05-01 09:30:00".', {
      asked: asked ?? '',
    });
  const date = formatDate(instant, timezone, 'YYYY-MM-DD HH:mm:ss', 'en');
  if (asked === undefined && own !== undefined) return { instant, date, text };
  const undated = 'date' in data ? text.replace(/^(["']?date["']?[ \t]*:).*$/m, `$1 ${date}`) : undefined;
  return { instant, date, text: undated ?? insertFrontMatter(text, 'date', date) };
}

/** With an `abbrlink`, if the site wants one and the draft has none. */
function addAbbrlink(text: string, { abbrlink: own }: FrontMatter, abbrlink: string | undefined): string {
  if (abbrlink === undefined || (readText(own) ?? '') !== '') return text;
  const bare = text.replace(/^abbrlink[ \t]*:[ \t]*\r?\n/m, '');
  return insertFrontMatter(bare, 'abbrlink', abbrlink);
}

/** Without the lines that would keep it a draft. */
function markPublished(text: string, data: FrontMatter): string {
  const plain = readFlag(data.draft, false) ? dropFrontMatter(text, 'draft') : text;
  return readFlag(data.published, true) ? plain : dropFrontMatter(plain, 'published');
}

/** A folder named like the draft holds its files, unless there are drafts in it. */
function hasAssets(folder: string): boolean {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  return !readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(isMarkdown);
}

function moveAssets(from: string, to: string): void {
  if (!hasAssets(from)) return;
  if (!existsSync(to)) {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    return;
  }
  // With --replace the files of the post that is replaced stay, but for those of the same name.
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(from, path)).isDirectory()) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    renameSync(join(from, path), join(to, path));
  }
  rmSync(from, { recursive: true });
}
