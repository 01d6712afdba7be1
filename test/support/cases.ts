/**
 * Conformance cases in plain text: a line that says what holds, a line with a single
 * dot, Markdown, a dot, the HTML expected, a dot. Whoever finds a case adds it to a file
 * in `test/cases/`, without writing TypeScript.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import glob from 'fast-glob';

export interface Case {
  readonly title: string;
  readonly markdown: string;
  readonly html: string;
}

const FOLDER = fileURLToPath(new URL('../cases/', import.meta.url));

/** The cases of an area (`math`), by the name of their file without `.txt`. Throws if a file has none. */
export function findCases(area: string): Map<string, Case[]> {
  const files = glob.sync(`${area}/*.txt`, { cwd: FOLDER, absolute: true }).sort();
  return new Map(files.map((file) => [basename(file, '.txt'), readCases(file)]));
}

function readCases(file: string): Case[] {
  const text = readFileSync(file, 'utf8');
  const cases = [...text.matchAll(/^(.+)\n\.\n([\s\S]*?)\n\.\n([\s\S]*?)\n?\.(?:\n|$)/gm)].map(
    ([, title = '', markdown = '', html = '']) => ({ title, markdown, html }),
  );
  if (cases.length === 0) throw new Error(`${file} holds no case`);
  return cases;
}
