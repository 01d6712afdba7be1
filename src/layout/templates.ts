/**
 * A theme's templates: how they are found, what filters they have, and how their errors
 * are told, with template, line and page.
 */
import nunjucks from 'nunjucks';
import type { Diagnostic, Location } from '../base/diagnostic.ts';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import { diagnose } from '../model/messages.ts';
import type { Layout, Theme } from '../model/theme.ts';
import { Engine } from './engine/engine.ts';

const EXTENSION = /\.(njk|j2|nunjucks|html)$/;

/** A layout of the theme by the name a template or a page gives it. */
export function findLayout(theme: Theme, name: string): Layout | undefined {
  return theme.layouts.get(
    name
      .replace(EXTENSION, '')
      .replace(/^(\.\/|\/)+/, '')
      .replace(/^layout\//, ''),
  );
}

/** The engine for one theme, autoescape on. */
export function createEngine(theme: Theme): Engine {
  const engine = new Engine((name) => findLayout(theme, name));
  engine.environment.addFilter('toarray', (value: unknown) => (isIterable(value) ? [...value] : []));
  engine.environment.addFilter('safedump', (value: unknown) => new nunjucks.runtime.SafeString(dumpForScript(value)));
  return engine;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** JSON that may stand in a `<script>`. */
export function dumpForScript(value: unknown): string {
  return (JSON.stringify(value) ?? 'null').replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export interface TemplateFault {
  readonly error: unknown;
  readonly theme: Theme;
  /** The template that was asked for. */
  readonly layout: Layout;
  /** The route of the page that was drawn. */
  readonly page: string;
}

/** Where and why a template failed, as far as Nunjucks tells; what it does not tell is looked for in the text. */
export function explainTemplateFault({ error, theme, layout, page }: TemplateFault): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const deepest = [...message.matchAll(/\(([^()]+)\)(?: \[Line (\d+), Column (\d+)\])?/g)].at(-1);
  // What is thrown while drawing has a line counted from 0; what the parser says, from 1.
  const first = /\n\s*\w*Error: /.test(message) ? 1 : 0;
  const file = deepest?.[1] ? matchFile(theme, deepest[1]) : undefined;
  const detail = message
    .replace(/\(([^()]+)\)(?: \[Line \d+, Column \d+\])?/g, '')
    .split('\n')
    .map((line) => line.trim().replace(/^(Template render error:|Error:|TypeError:|RangeError:)\s*/, ''))
    .filter(Boolean)
    .join(' ')
    .replace(/[.。]$/, '');
  const at =
    file && deepest?.[2]
      ? placeOf(theme, file, Number(deepest[2]) + first, Number(deepest[3]))
      : findCulprit(theme, file ?? layout.file, detail);
  return diagnose('template/failed', { page: `/${page}`, detail, remedy: adviseTemplate(detail) }, at);
}

function matchFile(theme: Theme, name: string): SourcePath | undefined {
  return (
    findLayout(theme, name)?.file ?? [...theme.layouts.values()].find(({ file }) => file === toSourcePath(name))?.file
  );
}

function placeOf(theme: Theme, file: SourcePath, line: number, column: number): Location {
  const text = [...theme.layouts.values()].find((layout) => layout.file === file)?.text ?? '';
  const length = (text.split('\n')[line - 1] ?? '').length;
  return { file, line, column: Math.max(1, Math.min(column, length)), length: 1 };
}

/** For "filter not found: x" and the like, the first template that uses the name. */
function findCulprit(theme: Theme, file: SourcePath, detail: string): Location {
  const name = /(?:filter|test) not found: (\S+)|template not found: (\S+)|`([^`]+)`|"([^"]+)"/
    .exec(detail)
    ?.slice(1)
    .find(Boolean);
  const layouts = [...theme.layouts.values()].sort((a, b) => Number(b.file === file) - Number(a.file === file));
  for (const layout of name === undefined ? [] : layouts) {
    for (const [index, line] of layout.text.split('\n').entries()) {
      const column = line.indexOf(name ?? '');
      if (column >= 0) return { file: layout.file, line: index + 1, column: column + 1, length: (name ?? ' ').length };
    }
  }
  return { file, line: 1, column: 1, length: 1 };
}

function adviseTemplate(detail: string): string {
  if (/filter not found/.test(detail)) return 'Use a filter that Nunjucks or a script of yours defines.';
  if (/not found/.test(detail)) return 'Check the name; templates are looked for below `layout/` of the theme.';
  if (/Unable to call/.test(detail))
    return 'There is no helper of that name; see the list of helpers in the documentation.';
  if (/call stack|recursion/i.test(detail)) return 'A template or macro includes itself without end.';
  return 'Mend the template at this place.';
}
