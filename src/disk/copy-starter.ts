/**
 * The beginning of a new blog, copied from the files that come with Mojing.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillIn } from '../base/text.ts';

/** Beside `src/` as beside `dist/`. */
const STARTER = fileURLToPath(new URL('../../starter', import.meta.url));

/** Names that packages do not carry as they are. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore' };

/** What keeps a folder from being filled: the first thing in it, or that it is a file. `undefined` if nothing does. */
export function findOccupant(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return folder;
  return readdirSync(folder).find((name) => !['.git', '.DS_Store', '.mojing'].includes(name));
}

/**
 * Copies the starter of a language into an empty folder; `{{ name }}` in its own files is filled from `values`.
 *
 * @returns the files made, from the folder
 */
export function copyStarter(folder: string, language: string, values: Readonly<Record<string, string>>): string[] {
  const made: string[] = [];
  for (const part of ['all', language]) {
    const from = join(STARTER, part);
    for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' }).sort()) {
      if (statSync(join(from, path)).isDirectory()) continue;
      const text = readFileSync(join(from, path), 'utf8');
      const to = RENAMED[path] ?? path;
      mkdirSync(dirname(join(folder, to)), { recursive: true });
      // Scaffolds are filled by `mojing new`.
      writeFileSync(
        join(folder, to),
        part === 'all' ? text : fillIn(text.replace(/\{\{ (\w+) \}\}/g, '{$1}'), values),
        {
          flag: 'wx',
        },
      );
      made.push(to.replaceAll('\\', '/'));
    }
  }
  return made;
}
