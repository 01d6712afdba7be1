/**
 * Packages with scripts: what a blog's package.json depends on under a name such as
 * `mojing-kbd` or `@me/mojing-kbd`. Themes (`mojing-theme-…`) are none.
 */

import { readFileSync, realpathSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import { isRecord } from '../base/record.ts';
import type { SourceFile, Sources } from '../model/sources.ts';
import type { ExtraPlace } from './places.ts';

export interface ScriptPackage extends ExtraPlace {
  /** The script itself. */
  readonly main: SourcePath;
}

const NAME = /^(?:@[\w.-]+\/)?mojing-(?!theme-)[\w.-]+$/;
const SCRIPT = /^scripts\/[^/]+(?<!\.d)\.m?[jt]s$/;

/** The packages that are installed, in the order of their names. */
export function findScriptPackages(root: string): ScriptPackage[] {
  const { dependencies, devDependencies } = readJson(join(root, 'package.json'));
  const names = [dependencies, devDependencies].flatMap((list) => Object.keys(isRecord(list) ? list : {}));
  return [...new Set(names)]
    .filter((name) => NAME.test(name))
    .sort()
    .flatMap((name) => openPackage(root, name));
}

function openPackage(root: string, name: string): ScriptPackage[] {
  try {
    const folder = realpathSync(join(root, 'node_modules', name));
    const at = toSourcePath(`node_modules/${name}`);
    return [{ folder, at, main: toSourcePath(posix.join(at, findMain(readJson(join(folder, 'package.json'))))) }];
  } catch {
    // Not installed: `npm install` is what the reader will do anyway.
    return [];
  }
}

/** The file that `import` gives (nodejs.org/api/packages.html), as far as a script needs it. */
function findMain({ exports, main }: Record<string, unknown>): string {
  const whole = isRecord(exports) && '.' in exports ? exports['.'] : exports;
  const chosen = isRecord(whole) ? (whole.import ?? whole.default) : whole;
  if (typeof chosen === 'string') return chosen;
  return typeof main === 'string' ? main : 'index.js';
}

function readJson(file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

export interface FoundScripts {
  readonly scripts: readonly SourceFile[];
  /** Changes when a file of a package does. */
  readonly print: string;
}

/** The scripts of a site: those of its packages, and those in `scripts/`. */
export function findScripts(sources: Sources, packages: readonly ScriptPackage[]): FoundScripts {
  const mains = new Set(packages.map(({ main }) => main));
  const files = [...sources.values()];
  const owned = files.filter(({ path }) => packages.some(({ at }) => path.startsWith(`${at}/`)));
  return {
    scripts: files.filter(({ path }) => mains.has(path) || SCRIPT.test(path)),
    print: owned.map(({ print }) => print).join(),
  };
}
