/**
 * The verbs a script is given, and what it says with them. A wrong argument throws where
 * the script stands, so that the error names its line.
 */
import type { SourcePath } from '../base/path.ts';
import type {
  Extensions,
  FilterFunction,
  FilterPoint,
  From,
  GeneratorFunction,
  HelperFunction,
  InjectPoint,
  TagFunction,
  TagOptions,
  Verbs,
} from '../model/extension.ts';

const BODIES = ['none', 'markdown', 'text'] as const;
const FILTER_POINTS = ['markdown', 'html', 'page'] as const;
const INJECT_POINTS = ['head_begin', 'head_end', 'body_begin', 'body_end'] as const;

type Tag = From<{ readonly render: TagFunction; readonly body: 'none' | 'markdown' | 'text' }>;

/** What scripts have added so far. */
export interface Additions extends Omit<Extensions, 'print'> {
  readonly tags: Map<string, Tag>;
  readonly helpers: Map<string, From<HelperFunction>>;
  readonly filters: Record<FilterPoint, From<FilterFunction>[]>;
  readonly generators: Map<string, From<GeneratorFunction>>;
  readonly injections: Record<InjectPoint, From<string>[]>;
}

/** Nothing added yet. */
export function createAdditions(): Additions {
  return {
    tags: new Map(),
    helpers: new Map(),
    filters: { markdown: [], html: [], page: [] },
    generators: new Map(),
    injections: { head_begin: [], head_end: [], body_begin: [], body_end: [] },
  };
}

/** Adds what one script added to what the others did; of two of one name the later one counts. */
export function mergeAdditions(all: Additions, more: Additions): void {
  for (const [name, tag] of more.tags) all.tags.set(name, tag);
  for (const [name, helper] of more.helpers) all.helpers.set(name, helper);
  for (const [name, generator] of more.generators) all.generators.set(name, generator);
  for (const point of FILTER_POINTS) all.filters[point].push(...more.filters[point]);
  for (const point of INJECT_POINTS) all.injections[point].push(...more.injections[point]);
}

/** The verbs for one script. Each throws a `TypeError` if its arguments are not what it wants. */
export function createVerbs(script: SourcePath, to: Additions): Verbs {
  return {
    tag(name: string, render: TagFunction, options: TagOptions = {}): void {
      wantName('tag', name);
      wantFunction('tag', render);
      const body = options.body ?? 'none';
      wantOneOf('the body of a tag', body, BODIES);
      to.tags.set(name, { script, value: { render, body } });
    },
    helper(name: string, run: HelperFunction): void {
      wantName('helper', name);
      wantFunction('helper', run);
      to.helpers.set(name, { script, value: run });
    },
    filter(point: FilterPoint, run: FilterFunction): void {
      wantOneOf('the first argument of filter()', point, FILTER_POINTS);
      wantFunction('filter', run);
      to.filters[point].push({ script, value: run });
    },
    generator(name: string, run: GeneratorFunction): void {
      wantName('generator', name);
      wantFunction('generator', run);
      to.generators.set(name, { script, value: run });
    },
    injector(point: InjectPoint, html: string): void {
      wantOneOf('the first argument of injector()', point, INJECT_POINTS);
      if (typeof html !== 'string') throw new TypeError('the second argument of injector() must be HTML as a string');
      to.injections[point].push({ script, value: html });
    },
  };
}

function wantName(verb: string, name: unknown): void {
  if (typeof name === 'string' && /^[^\s%{}]+$/.test(name)) return;
  throw new TypeError(`the first argument of ${verb}() must be a name without spaces`);
}

function wantFunction(verb: string, run: unknown): void {
  if (typeof run !== 'function') throw new TypeError(`the second argument of ${verb}() must be a function`);
}

function wantOneOf(what: string, value: unknown, words: readonly string[]): void {
  if (typeof value === 'string' && words.includes(value)) return;
  throw new TypeError(`${what} must be one of ${words.join(', ')}`);
}
