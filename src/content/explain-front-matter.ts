/**
 * What is told of front matter, and of settings: why it cannot be read, and where it was
 * read otherwise than its writer meant. Each comes with the line as it should be.
 */
import { type Diagnostic, type Location, locate } from '../base/diagnostic.ts';
import type { SourcePath } from '../base/path.ts';
import { fillIn } from '../base/text.ts';
import { adviseFrontMatter } from '../chinese/front-matter-advice.ts';
import { type FrontMatterHabit, findHabits } from '../chinese/front-matter-habits.ts';
import { describeMistake } from '../chinese/front-matter-mistakes.ts';
import { type Code, diagnose } from '../model/messages.ts';
import type { Fenced, Unfenced } from './find-fence.ts';
import type { YamlFault } from './read-yaml.ts';

/** A piece of front matter in its file. */
export interface Written extends Fenced {
  readonly file: SourcePath;
}

/** A file of settings is long, and lines far above a fault are right. */
export const NEAR = 3;

/** YAML in its file. */
type YamlText = Pick<Written, 'file' | 'written' | 'writtenLine'>;

const QUOTE_IT = 'Put a value with a colon, bracket or quote in it between quotes: `title: "…"`.';

/**
 * Why YAML stumbled. A parser often does so a line or more below the mistake: it is looked for upwards from there.
 *
 * @param reach - how many lines
 */
export function explainFault(fault: YamlFault, fenced: YamlText, reach = Number.POSITIVE_INFINITY): Diagnostic {
  const lines = fenced.written.split('\n');
  const repeated = fault.detail === 'duplicated mapping key' ? explainRepeated(fault, fenced) : undefined;
  if (repeated) return repeated;
  const last = Math.min(fault.line, lines.length) - 1;
  for (let index = last; index >= Math.max(0, last - reach); index--) {
    const advised = adviseAt(fenced, index);
    if (advised) return advised;
  }
  // Tabs were read as two spaces each.
  const tabs = /^[ \t]*/.exec(lines[fault.line - 1] ?? '')?.[0].match(/\t/g)?.length ?? 0;
  const at = placeAt(fenced, fault.line - 1, Math.max(1, fault.column - tabs), 1);
  return diagnose('front-matter/syntax', { detail: fault.detail, remedy: QUOTE_IT }, at);
}

/** A key that stands there twice. */
function explainRepeated(fault: YamlFault, fenced: YamlText): Diagnostic | undefined {
  const lines = fenced.written.split('\n');
  const key = /^\s*["']?([^:"']+?)["']?\s*:/.exec(lines[fault.line - 1] ?? '')?.[1];
  if (key === undefined) return undefined;
  const isSame = (line: string): boolean => /^\s*["']?([^:"']+?)["']?\s*:/.exec(line)?.[1] === key;
  const first = lines.slice(0, fault.line - 1).findLastIndex(isSame);
  if (first < 0) return undefined;
  const detail = fillIn('`{key}` stands on line {line} already', { key, line: fenced.writtenLine + first });
  const at = placeAt(fenced, fault.line - 1, (lines[fault.line - 1] ?? '').indexOf(key) + 1, key.length);
  return diagnose('front-matter/syntax', { detail, remedy: 'Keep one of the two lines.' }, at);
}

/** What is told of front matter that is no map. */
export function explainNoMap(fenced: Written): Diagnostic {
  const lines = fenced.written.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const [advised] = lines.flatMap((_, index) => adviseAt(fenced, index) ?? []);
  if (advised) return advised;
  const index = Math.max(0, first);
  return diagnose('front-matter/not-a-map', {}, placeAt(fenced, index, 1, Math.max(1, lines[index]?.length ?? 1)));
}

function adviseAt(fenced: YamlText, index: number): Diagnostic | undefined {
  const advice = adviseFrontMatter(fenced.written.split('\n')[index] ?? '');
  if (!advice) return undefined;
  const values = {
    detail: describeMistake(advice.kind, advice.sign),
    remedy: fillIn('Write `{mend}`.', { mend: advice.mend }),
  };
  return diagnose('front-matter/syntax', values, placeAt(fenced, index, advice.column, advice.length));
}

/** What is told of a text whose front matter does not end, or does not begin. */
export function explainUnfenced({ fence, lastLine, opens }: Unfenced, text: string, file: SourcePath): Diagnostic {
  const at = locate(file, text, fence.index, fence.text.trim().length);
  if (fence.text === '---') {
    const remedy = fillIn('Write `---` on a line of its own, below line {line}.', { line: lastLine });
    return diagnose('front-matter/unclosed', { remedy }, at);
  }
  const remedy = fence.text.startsWith('+++')
    ? 'Write YAML between two lines of `---`: TOML is not read.'
    : 'Write `---`: three hyphens at the beginning of the line.';
  return diagnose(opens ? 'front-matter/wrong-fence' : 'front-matter/unclosed', { remedy }, at);
}

const HABITS: Readonly<Record<FrontMatterHabit['kind'], Code>> = {
  'one-word': 'front-matter/one-word',
  comment: 'front-matter/comment',
  'unread-key': 'front-matter/unread-key',
  'no-flag': 'front-matter/no-flag',
};

/** What YAML read otherwise than it was meant. */
export function explainHabits(fenced: Written): Diagnostic[] {
  return findHabits(fenced.written).map(({ kind, key, value, mend, line, column, length }) =>
    diagnose(HABITS[kind], { key, value, mend }, placeAt(fenced, line, column, length)),
  );
}

/** A place in the `line`-th line of the front matter, from 0. */
function placeAt({ writtenLine, file }: YamlText, line: number, column: number, length: number): Location {
  return { file, line: writtenLine + line, column, length };
}
