/**
 * Front matter: the settings above a post's text, as data. Its forms (`find-fence.ts`)
 * are brought into one; tabs that indent are read as two spaces each, as in Hexo.
 */
import matter from 'gray-matter';
import { type Diagnostic, type Location, locate, messageOf } from '../base/diagnostic.ts';
import type { SourcePath } from '../base/path.ts';
import { diagnose } from '../model/messages.ts';
import { type Data, isMap } from '../model/post.ts';
import { explainFault, explainHabits, explainNoMap, explainUnfenced, type Written } from './explain-front-matter.ts';
import { findFence } from './find-fence.ts';
import { findKey, readWords, toData, type YamlFault, type YamlResult } from './read-yaml.ts';

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

interface ReadData {
  readonly data: FrontMatter;
  readonly diagnostics: readonly Diagnostic[];
}

/** Splits a file's text (line ends `\n`, no BOM) into front matter and body. What cannot be read is told, and is empty. */
export function splitFrontMatter(text: string, file: SourcePath): SplitText {
  const fenced = findFence(text);
  if (fenced && 'fence' in fenced)
    return { ...withoutFrontMatter(''), diagnostics: [explainUnfenced(fenced, text, file)] };
  if (fenced === undefined) return withoutFrontMatter(text);
  const read = readFenced({ ...fenced, file });
  return read ? { ...fenced, ...read } : withoutFrontMatter(text);
}

/** The text from its `bodyLine`-th line (from 1) on: the body of a file whose front matter was read before. */
export function cutBody(text: string, bodyLine: number): string {
  let start = 0;
  for (let line = 1; line < bodyLine && start >= 0; line++) start = text.indexOf('\n', start) + 1 || -1;
  return start < 0 ? '' : text.slice(start);
}

function withoutFrontMatter(body: string): SplitText {
  return { data: {}, body, bodyLine: 1, written: '', writtenLine: 1, diagnostics: [] };
}

/** What the front matter says; `undefined` for prose between two rules. */
function readFenced(fenced: Written): ReadData | undefined {
  switch (fenced.language) {
    case 'yaml':
    case 'yml':
      return readYamlMatter(fenced);
    case 'json':
    case 'bare-json':
      return readJsonMatter(fenced);
    default:
      return fail(
        fenced,
        { detail: `\`${fenced.language}\` is a language that is not read`, line: 0, column: 1 },
        'Write it in YAML, and nothing behind the `---` above it.',
      );
  }
}

function readYamlMatter(fenced: Written): ReadData | undefined {
  const told = tellTabs(fenced);
  const read = readThroughMatter(fenced.written.replace(/(?<=^|\n)[ \t]+/g, (indent) => indent.replaceAll('\t', '  ')));
  if (!read.fault && isMap(read.data)) return { data: read.data, diagnostics: [...told, ...explainHabits(fenced)] };
  if (!read.fault && (read.data === null || read.data === '')) return { data: {}, diagnostics: told };
  if (!/^["']?[a-z_][\w .-]*["']?[ \t]*[:：]/im.test(fenced.written)) return undefined;
  return { data: {}, diagnostics: [...told, read.fault ? explainFault(read.fault, fenced) : explainNoMap(fenced)] };
}

function tellTabs(fenced: Written): Diagnostic[] {
  const tab = /(?<=^|\n) *\t/.exec(fenced.written);
  return tab ? [diagnose('front-matter/tabs', {}, placeIn(fenced, tab.index + tab[0].length - 1))] : [];
}

/** Through gray-matter, whose engines for code are thus never reached. */
function readThroughMatter(yaml: string): YamlResult {
  let result: YamlResult = { data: null };
  const parse = (): Record<string, unknown> => {
    // Not the text gray-matter found: it would end at any line that begins with dashes.
    result = readWords(yaml);
    return {};
  };
  matter(`---\n${yaml}\n---\n`, { language: 'yaml', engines: { yaml: { parse } } });
  return result;
}

/** Lines count from 1 in the front matter; 0 is its fence. */
function fail(fenced: Written, { detail, line, column }: YamlFault, remedy: string): ReadData {
  const at = { file: fenced.file, line: fenced.writtenLine + line - 1, column, length: 1 };
  return { data: {}, diagnostics: [diagnose('front-matter/syntax', { detail, remedy }, at)] };
}

function readJsonMatter(fenced: Written): ReadData {
  const [before, after] = fenced.language === 'bare-json' ? ['{', '}'] : ['', ''];
  const text = `${before}${fenced.written}${after}`;
  try {
    const data = toData(JSON.parse(text));
    return isMap(data) ? { data, diagnostics: [] } : { data: {}, diagnostics: [explainNoMap(fenced)] };
  } catch (error) {
    const message = messageOf(error);
    const last = Math.max(0, fenced.written.trimEnd().length - 1);
    const at = placeIn(fenced, Math.min(last, Math.max(0, findJsonFault(text, message) - before.length)));
    const remedy = 'Write JSON: `"title": "…",` with a comma behind each line but the last.';
    const detail = message.replace(/\s+/g, ' ');
    return { data: {}, diagnostics: [diagnose('front-matter/syntax', { detail, remedy }, at)] };
  }
}

/** At which character JSON stops being JSON. The engine tells it of some faults only. */
function findJsonFault(text: string, message: string): number {
  const told = /position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  const sound =
    /^(?:[\s{}[\],:]|true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|"(?:[^"\\\n]|\\.)*")*/i.exec(text)?.[0] ?? '';
  if (sound.length < text.length) return sound.length;
  return /,\s*[\]}]/.exec(text)?.index ?? text.length;
}

/** Where the `offset`-th character of the front matter stands. */
function placeIn({ written, writtenLine, file }: Written, offset: number): Location {
  const place = locate(file, written, offset);
  return { ...place, line: writtenLine + place.line - 1 };
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
