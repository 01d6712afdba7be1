/**
 * What the steps of reading one post share: its file, its parts, and what was found
 * wrong with it so far.
 */
import type { Diagnostic, Location, Values } from '../base/diagnostic.ts';
import type { ToLatin } from '../chinese/latin-address.ts';
import type { ToPinyin } from '../chinese/slug.ts';
import type { Config } from '../model/config.ts';
import { type Code, diagnose } from '../model/messages.ts';
import type { Data } from '../model/post.ts';
import type { SourceFile } from '../model/sources.ts';
import { readText } from './fields.ts';
import { locateKey, type SplitText } from './front-matter.ts';
import type { NameParts } from './post-name.ts';

export interface PostFile {
  readonly file: SourceFile;
  /** Its path from `source_dir`. */
  readonly source: string;
  readonly kind: 'post' | 'draft' | 'page';
  /** Writes Chinese in Latin letters, if addresses are made so. */
  readonly toPinyin?: ToPinyin | undefined;
  /** Writes whole addresses in Latin letters, if the site wants that. */
  readonly toLatin?: ToLatin | undefined;
}

export interface Reading extends PostFile {
  readonly config: Config;
  readonly languages: readonly string[];
  readonly split: SplitText;
  readonly name: NameParts;
  /** What the front matter and the file's name say, the latter stronger. */
  readonly frontMatter: Readonly<Record<string, Data>>;
  readonly diagnostics: Diagnostic[];
}

/** Tells something about a key of the front matter, at its place. */
export function tell(reading: Reading, code: Code, values: Values & { readonly key: string }): void {
  reading.diagnostics.push(diagnose(code, values, placeOf(reading, values.key)));
}

/** Where a key of the front matter stands. */
export function placeOf({ split, file }: Reading, key: string): Location {
  return locateKey(split, file.path, key);
}

/** The text of a key; a list or a map in its place is told. */
export function readField(reading: Reading, key: string): string | undefined {
  const value = reading.split.data[key];
  if (typeof value === 'object' && value !== null) {
    const found = Array.isArray(value) ? 'a list' : 'a map';
    tell(reading, 'front-matter/wrong-type', { key, found, wanted: 'text', example: `${key}: "…"` });
  }
  return readText(value);
}
