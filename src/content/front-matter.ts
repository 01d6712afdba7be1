/**
 * Front matter: the settings above a post's text, in every form that Hexo takes.
 *
 * - `---` fences, with or without the first one (Hexo 2), trailing spaces allowed;
 * - `;;;` fences around JSON without its outer braces, `---json`;
 * - a BOM, CRLF and tabs for indentation (Hexo turns each into two spaces).
 *
 * The forms are brought into one and given to gray-matter with js-yaml's core schema.
 */
import matter from 'gray-matter';
import type { Diagnostic, Location } from '../base/diagnostic.ts';
import type { SourcePath } from '../base/path.ts';
import { adviseFrontMatter } from '../chinese/front-matter-advice.ts';
import { diagnose } from '../model/messages.ts';
import type { Data } from '../model/post.ts';
import { findKey, isMap, readYaml, toData } from './read-yaml.ts';

export type FrontMatter = Readonly<Record<string, Data>>;

export interface SplitText {
  readonly data: FrontMatter;
  readonly body: string;
  /** The file's line on which the body begins, from 1. */
  readonly bodyLine: number;
  /** The front matter as written, and the file's line on which it begins; for messages. */
  readonly written: string;
  readonly writtenLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

interface Fenced {
  readonly written: string;
  readonly writtenLine: number;
  readonly body: string;
  readonly bodyLine: number;
  readonly language: 'yaml' | 'json' | 'bare-json';
}

const OPENING = /^(-{3,}|;{3,})[ \t]*([a-z]*)[ \t]*\n/i;
/** One of these must stand above a lone `---` for the lines before it to be front matter, not prose. */
const TELLING_KEY =
  /^(title|date|tags?|categor(y|ies)|layout|permalink|comments|published|updated|author|description|toc|mathjax|lang)[ \t]*:/im;
const KEY_LINE = /^(\s*([^\s:#][^:\n]*:(\s|$)|-(\s|$)|#)|\s*$|\s+\S)/;

/** Splits a file's text (line ends `\n`, no BOM) into front matter and body. What cannot be read is told, and is empty. */
export function splitFrontMatter(text: string, file: SourcePath): SplitText {
  const fenced = findFence(text);
  if (fenced === 'unclosed')
    return {
      ...withoutFrontMatter(''),
      diagnostics: [diagnose('front-matter/unclosed', {}, { file, line: 1, column: 1, length: 3 })],
    };
  if (fenced === undefined) return withoutFrontMatter(text);
  return { ...fenced, ...readFenced(fenced, file) };
}

function withoutFrontMatter(body: string): SplitText {
  return { data: {}, body, bodyLine: 1, written: '', writtenLine: 1, diagnostics: [] };
}

function findFence(text: string): Fenced | 'unclosed' | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return findLoneFence(text);
  const [whole, fence = '', language = ''] = opening;
  const closing = new RegExp(`^${fence}${fence[0]}*[ \\t]*(?:\\n|$)`, 'm').exec(text.slice(whole.length));
  if (!closing) return TELLING_KEY.test(text.slice(whole.length, whole.length + 2000)) ? 'unclosed' : undefined;
  const written = text.slice(whole.length, whole.length + closing.index);
  const writtenLine = 2;
  return {
    written,
    writtenLine,
    body: text.slice(whole.length + closing.index + closing[0].length),
    bodyLine: writtenLine + countLines(written) + 1,
    language: fence.startsWith(';') ? 'bare-json' : /^json$/i.test(language) ? 'json' : 'yaml',
  };
}

/** Hexo 2's form: `key: value` lines from the top down to the first `---`. */
function findLoneFence(text: string): Fenced | undefined {
  const closing = /^(-{3,}|;{3,})[ \t]*(?:\n|$)/m.exec(text);
  if (!closing || closing.index === 0) return undefined;
  const written = text.slice(0, closing.index);
  const lines = written.trimEnd().split('\n');
  if (!TELLING_KEY.test(written) || !lines.every((line) => KEY_LINE.test(line))) return undefined;
  return {
    written,
    writtenLine: 1,
    body: text.slice(closing.index + closing[0].length),
    bodyLine: countLines(written) + 2,
    language: closing[1]?.startsWith(';') ? 'bare-json' : 'yaml',
  };
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

function readFenced(fenced: Fenced, file: SourcePath): { data: FrontMatter; diagnostics: Diagnostic[] } {
  if (fenced.language !== 'yaml') return readJson(fenced, file);
  const diagnostics: Diagnostic[] = [];
  const tab = /^( *)\t/m.exec(fenced.written);
  if (tab) diagnostics.push(diagnose('front-matter/tabs', {}, placeIn(fenced, file, tab.index, 1)));
  const yaml = fenced.written.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  '));
  const read = parseMatter(yaml);
  if ('fault' in read) return { data: {}, diagnostics: [...diagnostics, explainFault(read.fault, fenced, file)] };
  if (read.data === null || read.data === '') return { data: {}, diagnostics };
  if (isMap(read.data)) return { data: read.data, diagnostics };
  const first = fenced.written.split('\n').findIndex((line) => line.trim() !== '');
  const advised = advise(fenced, Math.max(0, first), file, 'not a map');
  return {
    data: {},
    diagnostics: [
      ...diagnostics,
      advised ?? diagnose('front-matter/not-a-map', {}, lineOf(fenced, file, Math.max(0, first))),
    ],
  };
}

type Read = { readonly data: Data } | { readonly fault: { detail: string; line: number; column: number } };

/** Through gray-matter, whose engines for code are thus never reached. */
function parseMatter(yaml: string): Read {
  let result: Read = { data: null };
  const parse = (text: string): Record<string, unknown> => {
    result = readYaml(text);
    return {};
  };
  matter(`---\n${yaml}\n---\n`, { language: 'yaml', engines: { yaml: { parse } } });
  return result;
}

function readJson(fenced: Fenced, file: SourcePath): { data: FrontMatter; diagnostics: Diagnostic[] } {
  const text = fenced.language === 'json' ? fenced.written : `{${fenced.written}}`;
  try {
    const data = toData(JSON.parse(text));
    return { data: isMap(data) ? data : {}, diagnostics: [] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(detail)?.[1] ?? 0) - (fenced.language === 'json' ? 0 : 1);
    const values = { detail, remedy: 'Write JSON: `"title": "…",` with commas between the lines.' };
    return {
      data: {},
      diagnostics: [diagnose('front-matter/syntax', values, placeIn(fenced, file, Math.max(0, position), 1))],
    };
  }
}

function explainFault(
  fault: { detail: string; line: number; column: number },
  fenced: Fenced,
  file: SourcePath,
): Diagnostic {
  const lines = fenced.written.split('\n');
  // A parser often stumbles a line or more below the mistake: look upwards from there.
  for (let index = Math.min(fault.line, lines.length) - 1; index >= 0; index--) {
    const advised = advise(fenced, index, file, fault.detail);
    if (advised) return advised;
  }
  const at = { file, line: fenced.writtenLine + fault.line - 1, column: fault.column, length: 1 };
  return diagnose(
    'front-matter/syntax',
    { detail: fault.detail, remedy: 'Put a value with a colon, bracket or quote in it between quotes: `title: "…"`.' },
    at,
  );
}

function advise(fenced: Fenced, index: number, file: SourcePath, detail: string): Diagnostic | undefined {
  const advice = adviseFrontMatter(fenced.written.split('\n')[index] ?? '');
  if (!advice) return undefined;
  const at = { file, line: fenced.writtenLine + index, column: advice.column, length: advice.length };
  return diagnose('front-matter/syntax', { detail, remedy: `Write \`${advice.mend}\`.` }, at);
}

function placeIn(fenced: Fenced, file: SourcePath, offset: number, length: number): Location {
  const before = fenced.written.slice(0, offset);
  return { file, line: fenced.writtenLine + countLines(before), column: offset - before.lastIndexOf('\n'), length };
}

function lineOf(fenced: Fenced, file: SourcePath, index: number): Location {
  return {
    file,
    line: fenced.writtenLine + index,
    column: 1,
    length: Math.max(1, (fenced.written.split('\n')[index] ?? '').length),
  };
}

/** Where a key of the front matter stands in the file, its whole line marked. */
export function locateKey(split: Pick<SplitText, 'written' | 'writtenLine'>, file: SourcePath, key: string): Location {
  const found = findKey(split.written, [key]);
  const line = split.written.split('\n')[found.line - 1] ?? '';
  return {
    file,
    line: split.writtenLine + found.line - 1,
    column: found.column,
    length: Math.max(1, line.trimEnd().length - found.column + 1),
  };
}
