/**
 * The folder's `package.json`: whether it is a Hexo blog, and with which plugins.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BlogPackage {
  /** It has a `hexo` key, or depends on hexo. */
  readonly hexo: boolean;
  /** Hexo's version, as far as it is told. */
  readonly version?: string;
  /** Names of packages that Hexo would load, in the order of the file. */
  readonly plugins: readonly string[];
  /** The versions it asks for, by the package's name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** What `package.json` says; nothing of it if there is none, or none that can be read. */
export function readPackage(root: string): BlogPackage {
  const found = readJson(join(root, 'package.json'));
  const needed = { ...readMap(found.devDependencies), ...readMap(found.dependencies) };
  const hexo = readMap(found.hexo);
  // The stamp is that of the Hexo which made the folder; it stays when Hexo is updated.
  const version = [needed.hexo, hexo.version].find((value) => typeof value === 'string' && /\d/.test(value));
  return {
    hexo: 'hexo' in found || 'hexo' in needed,
    plugins: Object.keys(needed).filter((name) => /^(@[^/]+\/)?hexo-(?!theme-|cli$)/.test(name)),
    versions: Object.fromEntries(Object.entries(needed).map(([name, range]) => [name, String(range)])),
    ...(typeof version === 'string' && { version }),
  };
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  try {
    return readMap(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

function readMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
