/**
 * Files in memory, read as the content room reads them.
 */
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import { Memo } from '../../../src/base/memo.ts';
import { parseConfig } from '../../../src/content/parse-config.ts';
import { type ParsedPost, parsePost } from '../../../src/content/parse-post.ts';
import { type Content, readContent } from '../../../src/content/read-content.ts';
import type { Config } from '../../../src/model/config.ts';
import type { Post } from '../../../src/model/post.ts';
import { createSourceFile, type FileTimes, type SourceFile, type Sources } from '../../../src/model/sources.ts';

/** The settings that a `_config.yml` gives. Throws if something is wrong with it. */
export function readConfig(text = ''): Config {
  const file = createSourceFile('_config.yml', text);
  const { config, diagnostics } = parseConfig(new Map([[file.path, file]]), { hexo: false });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return config;
}

export interface ReadOptions {
  /** Of `_config.yml`. */
  readonly config?: string;
  /** Below `source/`. */
  readonly path?: string;
  readonly kind?: 'post' | 'draft' | 'page';
  readonly times?: FileTimes;
}

/** Parses one file. */
export function parse(content: string | Uint8Array, options: ReadOptions = {}): ParsedPost {
  const { kind = 'post' } = options;
  const source = options.path ?? (kind === 'page' ? 'about/index.md' : `_${kind}s/a.md`);
  const file: SourceFile = {
    ...createSourceFile(`source/${source}`, content),
    ...(options.times && { times: options.times }),
  };
  return parsePost({ file, source, kind }, readConfig(options.config));
}

/** Parses one file that gives a post. */
export function parseOne(content: string, options: ReadOptions = {}): Post {
  const { post, diagnostics } = parse(content, options);
  if (!post) throw new Error(`no post: ${JSON.stringify(diagnostics)}`);
  return post;
}

/** A post of a front matter, dated so that nothing is told about that. */
export function postOf(frontMatter: string, options: ReadOptions = {}): Post {
  return parseOne(`---\ndate: 2024-05-01 08:30:00\n${frontMatter}\n---\n正文\n`, options);
}

/** `code line:column` of each. */
export function tell(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, at }) => (at ? `${code} ${at.file}:${at.line}:${at.column}` : code));
}

/** Sources of files by their paths from the root. */
export function toSources(files: Readonly<Record<string, string | Uint8Array>>): Sources {
  return new Map(
    Object.entries(files).map(([path, content]) => {
      const file = createSourceFile(path, content);
      return [file.path, file];
    }),
  );
}

/** Reads a whole source folder; `now` is the beginning of 2026. */
export function readAll(files: Readonly<Record<string, string | Uint8Array>>, config = ''): Content {
  const sources = toSources(files);
  return readContent({
    sources,
    config: readConfig(config),
    now: Date.UTC(2026, 0, 1),
    memo: new Memo(),
    configPrint: config,
  });
}
