/**
 * Runs the scripts of a site and gathers what they add. A script is an ECMAScript module
 * whose default export is called with the verbs; it is the writer's own program and
 * trusted, but what it does wrong is told with file and line.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Diagnostic, Location } from '../base/diagnostic.ts';
import { fingerprint } from '../base/fingerprint.ts';
import type { SourcePath } from '../base/path.ts';
import { type Extensions, noExtensions } from '../model/extension.ts';
import { diagnose } from '../model/messages.ts';
import { decodeText, type SourceFile } from '../model/sources.ts';
import { DiskFile } from './disk-file.ts';
import { explainHexoScript, isMadeForHexo } from './hexo-script.ts';
import { type Additions, createAdditions, createVerbs, mergeAdditions } from './script-verbs.ts';
import { explain } from './walk-folder.ts';

interface OpenScript {
  readonly path: SourcePath;
  readonly disk: string;
  readonly url: string;
  readonly text: string;
}

/** Loads a module by its address, as `import()` does. */
export type ImportModule = (url: string) => Promise<unknown>;

/**
 * Loads scripts in the order of their paths. What a script added before it failed
 * stays out.
 *
 * @param bust - put into the address of each module beside its print, so that a module
 *   whose text is as before but which imports another is run again
 * @param importModule - how a module is loaded: code that runs from V8's cache cannot import by itself
 */
export async function loadScripts(
  root: string,
  files: readonly SourceFile[],
  bust: string,
  importModule: ImportModule = (url) => import(url),
): Promise<{ extensions: Extensions; diagnostics: Diagnostic[] }> {
  if (files.length === 0) return { extensions: noExtensions, diagnostics: [] };
  const additions = createAdditions();
  const diagnostics: Diagnostic[] = [];
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of inOrder) {
    try {
      const script = openScript(root, file, bust);
      diagnostics.push(...(script ? await runScript(script, additions, importModule) : [tellEncoding(file.path)]));
    } catch (error) {
      diagnostics.push(diagnose('file/unreadable', { detail: explain(error) }, placeOf(file.path)));
    }
  }
  const print = fingerprint([bust, ...inOrder.map(({ path, print }) => [path, print])]);
  return { extensions: { ...additions, print }, diagnostics };
}

/** Node would read it as UTF-8 all the same, and its words would be none. */
function tellEncoding(path: SourcePath): Diagnostic {
  const remedy = `Run \`mojing convert-encoding ${path}\`, or save it as UTF-8 in your editor.`;
  return diagnose('post/not-utf8', { guess: '', remedy }, placeOf(path));
}

function openScript(root: string, file: SourceFile, bust: string): OpenScript | undefined {
  const text = decodeText(file.read());
  if (text === undefined) return undefined;
  const disk = file instanceof DiskFile ? file.disk : join(root, file.path);
  const url = `${pathToFileURL(disk).href}?v=${encodeURIComponent(file.print + bust)}`;
  return { path: file.path, disk, url, text };
}

async function runScript(script: OpenScript, additions: Additions, importModule: ImportModule): Promise<Diagnostic[]> {
  if (isMadeForHexo(script.text)) return explainHexoScript(script.path, script.text);
  if (/\.m?ts$/.test(script.path) && !('typescript' in process.features && process.features.typescript))
    return [diagnose('script/typescript', { version: process.versions.node }, placeOf(script.path))];
  try {
    const module = await importQuietly(script.url, importModule);
    const run = 'default' in module ? module.default : undefined;
    if (typeof run !== 'function') return [diagnose('script/no-export', {}, placeOf(script.path))];
    const own = createAdditions();
    await run(createVerbs(script.path, own));
    mergeAdditions(additions, own);
    return [];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [diagnose('script/failed', { detail: detail.replace(/\.$/, '') }, locateError(script, error))];
  }
}

/** A writer need not put `"type": "module"` into package.json, and need not be warned about it. */
async function importQuietly(url: string, importModule: ImportModule): Promise<object> {
  const warn = process.emitWarning;
  const emitWarning = (...args: readonly unknown[]): void => {
    if (!String(args[0]).startsWith('Module type of file:')) Reflect.apply(warn, process, args);
  };
  Object.assign(process, { emitWarning });
  try {
    const module = await importModule(url);
    return typeof module === 'object' && module !== null ? module : {};
  } finally {
    Object.assign(process, { emitWarning: warn });
  }
}

function placeOf(file: SourcePath, line = 1, column = 1): Location {
  return { file, line, column, length: 1 };
}

/** Where in the script an error arose, by its stack; of a syntax error, which has none, by asking Node. */
function locateError(script: OpenScript, error: unknown): Location {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const [, url = '', line, column] of stack.matchAll(/(file:\/\/[^\s)]+?)(?:\?[^\s):]*)?:(\d+):(\d+)/g)) {
    if (fileURLToPath(url) === script.disk) return placeOf(script.path, Number(line), Number(column));
  }
  return error instanceof SyntaxError ? findSyntaxError(script) : placeOf(script.path);
}

function findSyntaxError({ path, text }: OpenScript): Location {
  const check = spawnSync(process.execPath, ['--input-type=module', '--check', '-'], { input: text, encoding: 'utf8' });
  const match = /^\[stdin\]:(\d+)\r?\n.*\r?\n( *)\^/.exec(check.stderr);
  return match ? placeOf(path, Number(match[1]), (match[2] ?? '').length + 1) : placeOf(path);
}
