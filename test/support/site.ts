/**
 * The test language: a whole site in a string, built in memory.
 *
 *   const site = openSite(`
 *   -- source/_posts/a.md --
 *   ---
 *   title: 甲
 *   ---
 *   正文
 *   `);
 *   site.build();
 *   site.edit('source/_posts/a.md', '甲', '乙');
 *   site.build();
 *   expect(site.file('index.html')).toContain('乙');
 *   expect(site.ran()).toEqual({ rendered: 0, laidOut: 2 });
 */
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { toSourcePath } from '../../src/base/path.ts';
import { build, type Outcome } from '../../src/build/build.ts';
import { type Guard, unguarded } from '../../src/build/rendered-posts.ts';
import { createMemos, type Memos } from '../../src/build/site-work.ts';
import { keepMemos, restoreMemos } from '../../src/cli/keep-memos.ts';
import { parseConfig } from '../../src/content/parse-config.ts';
import { languageData } from '../../src/disk/language-data.ts';
import { openMemory } from '../../src/disk/site-memory.ts';
import { describeIn } from '../../src/model/describe.ts';
import { type Extensions, noExtensions } from '../../src/model/extension.ts';
import type { OutputFile } from '../../src/model/outputs.ts';
import { createSourceFile, type SourceFile, type Sources } from '../../src/model/sources.ts';

/** A theme that shows what a test wants to see, and nothing else. */
const plainTheme = `
-- themes/plain/layout/index.njk --
<main>{% for post in page.posts %}<article><a href="{{ url_for(post.path) }}">{{ post.title }}</a>{{ post.excerpt }}</article>{% endfor %}</main>
-- themes/plain/layout/post.njk --
<head></head><main>{{ page.content }}</main>{% if page.prev %}<a rel="prev">{{ page.prev.title }}</a>{% endif %}{% if page.next %}<a rel="next">{{ page.next.title }}</a>{% endif %}
`;

const plainConfig = 'title: 測試\nurl: https://example.com\ntheme: plain\nlanguage: zh-TW\n';

/** Parts a text at its `-- path --` lines. */
export function readFiles(text: string): Map<string, string> {
  const parts = text.split(/^-- (\S.*\S) --\n/m);
  const files = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) files.set(parts[at] ?? '', parts[at + 1] ?? '');
  return files;
}

export interface OpenSite {
  build(): Outcome;
  add(path: string, content: string | Uint8Array): void;
  edit(path: string, from: string, to: string): void;
  remove(path: string): void;
  rename(from: string, to: string): void;
  /** A published text; throws if it is not there. */
  file(path: string): string;
  /** What stands in its `<main>`. */
  main(path: string): string;
  /** All published paths, in order. */
  paths(): string[];
  /** All published texts and copies by path. */
  outputs(): Map<string, string>;
  ran(): { rendered: number; laidOut: number };
  diagnostics(): readonly Diagnostic[];
  /** `severity code file:line:column` of each, and what its sentences lack. */
  told(): string[];
  sources(): Map<string, string | Uint8Array>;
}

export interface SiteOptions {
  readonly extensions?: Extensions;
  readonly now?: number;
  readonly hexo?: boolean;
  readonly memos?: Memos;
  readonly guard?: Guard;
  /** A folder in which what is remembered lies between two builds, as if each were a process of its own. */
  readonly folder?: string;
  /** `false`: the sources come in the order in which the files were given. */
  readonly sorted?: boolean;
}

/** A site in memory. Without a `_config.yml` or a theme of its own it gets plain ones. */
export function openSite(text: string | ReadonlyMap<string, string | Uint8Array>, options: SiteOptions = {}): OpenSite {
  const given = typeof text === 'string' ? readFiles(text) : text;
  const files = new Map<string, string | Uint8Array>([
    ['_config.yml', plainConfig],
    ...readFiles(plainTheme),
    ...given,
  ]);
  const inProcess = options.memos ?? createMemos();
  let outputs = new Map<string, string>();
  let outcome: Outcome | undefined;
  /** What was published, by its print: like a disk, nobody asks again for a text that is there. */
  const texts = new Map<string, string>();

  const publish = (file: OutputFile): string => {
    if (file.type === 'copy') return `copy of ${file.from}`;
    const text = texts.get(file.print) ?? Buffer.from(file.bytes()).toString();
    texts.set(file.print, text);
    return text;
  };
  const need = (path: string): string => {
    const found = outputs.get(path);
    if (found === undefined) throw new Error(`${path} was not published; there are ${[...outputs.keys()].join(', ')}`);
    return found;
  };
  return {
    build() {
      const sources = toSources(options.sorted === false ? [...files] : [...files].sort(byPath));
      const { config, diagnostics } = parseConfig(sources, { hexo: options.hexo ?? false });
      const input = {
        sources,
        config,
        theme: typeof config.theme === 'string' ? config.theme : 'plain',
        extensions: options.extensions ?? noExtensions,
        languages: languageData,
        diagnostics,
        now: options.now ?? Date.UTC(2026, 0, 1),
        version: 'test',
      };
      const memory = options.folder === undefined ? undefined : openMemory(options.folder, false);
      const memos = memory ? restoreMemos(memory) : inProcess;
      const running = build(input, memos, { guard: options.guard ?? unguarded });
      outputs = new Map();
      for (const file of running.files) outputs.set(file.path, publish(file));
      outcome = running.outcome();
      if (memory) keepMemos(memory, memos, running.plan);
      memory?.close();
      return outcome;
    },
    add: (path, content) => void files.set(path, content),
    edit(path, from, to) {
      const content = files.get(path);
      if (typeof content !== 'string' || !content.includes(from))
        throw new Error(`${path} does not hold ${JSON.stringify(from)}`);
      files.set(
        path,
        content.replace(from, () => to),
      );
    },
    remove(path) {
      if (!files.delete(path)) throw new Error(`${path} is not there`);
    },
    rename(from, to) {
      const content = files.get(from);
      if (content === undefined) throw new Error(`${from} is not there`);
      files.delete(from);
      files.set(to, content);
    },
    file: need,
    main: (path) => /<main>([\s\S]*?)<\/main>/.exec(need(path))?.[1]?.trim() ?? '',
    paths: () => [...outputs.keys()].sort(),
    outputs: () => outputs,
    ran: () => outcome?.ran ?? { rendered: 0, laidOut: 0 },
    diagnostics: () => outcome?.diagnostics ?? [],
    told: () => (outcome?.diagnostics ?? []).map(drawTold),
    sources: () => new Map(files),
  };
}

function drawTold(diagnostic: Diagnostic): string {
  const { severity, code, at } = diagnostic;
  const { hint } = describeIn('en', diagnostic);
  const place = at ? ` ${at.file}:${at.line}:${at.column}` : '';
  return `${severity} ${code}${place}${hint ? '' : ' (no remedy)'}${isHalfEnglish(diagnostic) ? ' (half in English)' : ''}`;
}

/** Whether three English words in a row are left of a diagnostic in Chinese. What a script throws is its own. */
function isHalfEnglish(diagnostic: Diagnostic): boolean {
  const { message, hint = '' } = describeIn('zh-TW', diagnostic);
  const words = `${message} ${hint}`.replace(/`[^`]*`/g, '');
  return !diagnostic.code.startsWith('script/') && /(?:[a-z]{2,} ){2}[a-z]{2,}/i.test(words);
}

function toSources(files: readonly (readonly [string, string | Uint8Array])[]): Sources {
  return new Map(
    files.map(([path, content]): [SourceFile['path'], SourceFile] => [
      toSourcePath(path),
      createSourceFile(path, content),
    ]),
  );
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
