/**
 * Runs the code under test in a process of its own, so that it can be killed.
 *
 * Node 20 does not read TypeScript; the rooms needed are turned into JavaScript once.
 */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const REPO = join(import.meta.dirname, '../../..');
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/** A folder with these rooms of `src/` as JavaScript, and what removes it. */
export function compileRooms(rooms: readonly string[]): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'mojing-rooms-'));
  symlinkSync(join(REPO, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const room of rooms) {
    const names = readdirSync(join(REPO, 'src', room), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => /(?<!\.d)\.ts$/.test(one))) {
      mkdirSync(dirname(join(folder, room, name)), { recursive: true });
      const text = readFileSync(join(REPO, 'src', room, name), 'utf8');
      const { outputText } = ts.transpileModule(text, { compilerOptions, fileName: name });
      writeFileSync(join(folder, room, name.replace(/ts$/, 'js')), outputText);
    }
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a script to its end. */
export function runScript(folder: string, script: string): SpawnSyncReturns<string> {
  writeFileSync(join(folder, 'script.js'), script);
  return spawnSync(process.execPath, [join(folder, 'script.js')], { encoding: 'utf8' });
}

/** Runs a script beside others; gives its exit code and what it said. */
export function startScript(
  folder: string,
  script: string,
  name: string,
): Promise<{ code: number | null; said: string }> {
  const file = join(folder, `${name}.js`);
  writeFileSync(file, script);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (part) => {
      said += String(part);
    });
    child.stderr.on('data', (part) => {
      said += String(part);
    });
    child.on('close', (code) => resolve({ code, said }));
  });
}
