/**
 * What a build is given: every file it may look at, by its path from the site's root.
 *
 * The theme, KaTeX's stylesheet and the like stand in the same map, under the path
 * they would have in the site, so that there is one way to read and one to watch.
 */
import { isUtf8 } from 'node:buffer';
import { type Fingerprint, fingerprintBytes } from '../base/fingerprint.ts';
import { extensionOf, type SourcePath, toSourcePath } from '../base/path.ts';
import { decodeUtf8 } from '../base/utf8.ts';

/** In milliseconds since 1970; a last resort for a post without a date. */
export interface FileTimes {
  readonly created: number;
  readonly modified: number;
  /** Of the first commit that holds the file, where that is known. */
  readonly committed?: number | undefined;
  /** Of the last one. */
  readonly recommitted?: number | undefined;
}

export interface SourceFile {
  readonly path: SourcePath;
  /** Follows the content; may be costly the first time it is asked for. */
  readonly print: Fingerprint;
  /** In bytes. */
  readonly size: number;
  readonly times: FileTimes;
  /** The content, read when it is asked for. Throws the file system's error. */
  readonly read: () => Uint8Array;
}

export type Sources = ReadonlyMap<SourcePath, SourceFile>;

/** One noticed change of the files on disk. */
export interface Change {
  readonly kind: 'write' | 'remove';
  readonly path: SourcePath;
}

/** A file that exists only in memory. */
export function createSourceFile(path: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    path: toSourcePath(path),
    print: fingerprintBytes(bytes),
    size: bytes.length,
    times: { created: 0, modified: 0 },
    read: () => bytes,
  };
}

/** A file's text without its BOM, line ends as `\n`; `undefined` if it is not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = decodeUtf8(bytes);
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (text.includes('\r')) return text.slice(start).replace(/\r\n?/g, '\n');
  return start === 0 ? text : text.slice(start);
}

const MARKDOWN = new Set(['md', 'markdown', 'mkd', 'mkdn', 'mdwn', 'mdtxt', 'mdtext']);
const HTML = new Set(['html', 'htm']);

/** Whether a path has an extension of Markdown. */
export function isMarkdown(path: string): boolean {
  return MARKDOWN.has(extensionOf(path));
}

/** Whether a path has an extension of HTML. */
export function isHtml(path: string): boolean {
  return HTML.has(extensionOf(path));
}
