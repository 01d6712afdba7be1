/**
 * Where posts are put, and how: the name that `new_post_name` gives, never over a file
 * that is there, whole or not at all.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { toWallClock } from '../base/date.ts';
import { sha1Hex } from '../base/fingerprint.ts';
import { toFileName } from '../chinese/file-name.ts';
import { letterCase } from '../content/term-slug.ts';
import type { Config } from '../model/config.ts';

export interface PostName {
  /** A file name without its extension, with folders above it if it has any. */
  readonly slug: string;
  readonly title: string;
  readonly instant: number;
  /** Other variables of the pattern. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The path of a post below `source_dir`, by `new_post_name`. */
export function fillPostName({ slug, title, instant, fields }: PostName, config: Config): string {
  const clock = toWallClock(instant, config.timezone);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const values: Readonly<Record<string, string>> = {
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
    (_whole, key: string) => values[key] ?? toFileName(fields.get(key) ?? key, letterCase(config)),
  );
  return `_posts/${/\.\w+$/.test(name) ? name : `${name}.md`}`;
}

/** A file that this name would overwrite on some disk: names equal up to case and normalisation are one there. */
export function findTaken(file: string): string | undefined {
  if (existsSync(file)) return file;
  const folder = dirname(file);
  if (!existsSync(folder)) return undefined;
  const fold = (name: string): string => name.normalize('NFC').toLowerCase();
  const name = readdirSync(folder).find((other) => fold(other) === fold(basename(file)));
  return name === undefined ? undefined : join(folder, name);
}

/** Puts a text in the place of a file's own, with the same permissions; where a link leads, not in place of the link. */
export function replaceText(file: string, text: string): void {
  const real = existsSync(file) ? realpathSync(file) : file;
  const mode = existsSync(real) ? statSync(real).mode : undefined;
  writeWhole(real, text);
  if (mode !== undefined) chmodSync(real, mode);
}

/** The file appears whole or not at all. */
export function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = join(dirname(file), `.#${process.pid}.tmp`);
  writeFileSync(beside, text, { flag: 'wx' });
  renameSync(beside, file);
}
