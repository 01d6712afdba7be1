/**
 * Sends one answer: bytes or a file, whole or in part, or only that nothing has changed.
 */
import { closeSync, constants, createReadStream, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fingerprint } from '../base/fingerprint.ts';
import { contentTypeOf } from './content-type.ts';

/** Something the build produced: its bytes, or the file that holds them. */
export type Served =
  | { readonly body: Uint8Array | string; readonly type: string; readonly print: Fingerprint }
  | { readonly file: string };

/** An answer, ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly tag: string;
  readonly content: Content;
}

type Content = Uint8Array | OpenFile;

interface OpenFile {
  readonly descriptor: number;
  readonly length: number;
}

/** HTML is small enough to be read whole, so that the live script can be put in. */
const WHOLE = 16 << 20;

/** Headers of every answer: nothing here is for other sites to read, frame or guess at. */
export const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'SAMEORIGIN',
};

/** Makes an answer of what was produced; `undefined` if its file is gone, no plain file, or reached through a link. */
export function prepare(served: Served, status: number): Answer | undefined {
  if ('body' in served) {
    const content = typeof served.body === 'string' ? Buffer.from(served.body, 'utf8') : served.body;
    return { status, type: served.type, tag: served.print, content };
  }
  const opened = openPlainFile(served.file);
  if (!opened) return undefined;
  const { descriptor, length, tag } = opened;
  const type = contentTypeOf(served.file);
  if (!type.startsWith('text/html') || length > WHOLE) return { status, type, tag, content: { descriptor, length } };
  try {
    return { status, type, tag, content: readFileSync(descriptor) };
  } finally {
    closeSync(descriptor);
  }
}

function openPlainFile(path: string): (OpenFile & { tag: string }) | undefined {
  let descriptor: number | undefined;
  try {
    if (realpathSync.native(path).normalize('NFC') !== path.normalize('NFC')) return undefined;
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const stat = fstatSync(descriptor);
    if (stat.isFile()) {
      return { descriptor, length: stat.size, tag: `${stat.size.toString(36)}-${stat.mtimeMs.toString(36)}` };
    }
    closeSync(descriptor);
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  return undefined;
}

/** Sends an answer to a GET or HEAD, and releases what it holds. A reader who goes away meanwhile is no error. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const isPage = answer.type.startsWith('text/html');
  const tag = `"${answer.tag}"`;
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  response.setHeader('Cache-Control', isPage ? 'no-store' : 'no-cache');
  response.setHeader('ETag', tag);
  if (answer.status === 200 && isKnown(request.headers['if-none-match'], tag)) {
    response.writeHead(304).end();
    release(answer.content);
    return;
  }
  response.setHeader('Content-Type', answer.type);
  const part = answer.status === 200 && !isPage ? readRange(request, tag, lengthOf(answer.content)) : undefined;
  if (!isPage) response.setHeader('Accept-Ranges', 'bytes');
  if (part === 'impossible') {
    response.writeHead(416, { 'Content-Range': `bytes */${lengthOf(answer.content)}` }).end();
    release(answer.content);
  } else {
    const { start, end } = part ?? { start: 0, end: lengthOf(answer.content) };
    if (part) response.setHeader('Content-Range', `bytes ${start}-${end - 1}/${lengthOf(answer.content)}`);
    response.writeHead(part ? 206 : answer.status, { 'Content-Length': end - start });
    pour(request, response, answer.content, { start, end });
  }
}

function isKnown(header: string | undefined, tag: string): boolean {
  return header?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
}

interface Part {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** The one range asked for (RFC 9110, 14.2); several at once, or of another version, are answered with the whole. */
function readRange(request: IncomingMessage, tag: string, length: number): Part | 'impossible' | undefined {
  const { range, 'if-range': ifRange } = request.headers;
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (!match || request.method !== 'GET' || (ifRange !== undefined && ifRange !== tag)) return undefined;
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? length : Math.min(length, Number(last) + 1);
  return start < end ? { start, end } : 'impossible';
}

function pour(request: IncomingMessage, response: ServerResponse, content: Content, { start, end }: Part): void {
  if (request.method === 'HEAD' || start === end) {
    response.end();
    release(content);
  } else if (content instanceof Uint8Array) {
    response.end(content.subarray(start, end));
  } else {
    const stream = createReadStream('', { fd: content.descriptor, start, end: end - 1 });
    stream.on('error', () => response.destroy());
    response.on('close', () => stream.destroy());
    stream.pipe(response);
  }
}

function release(content: Content): void {
  if (!(content instanceof Uint8Array)) closeSync(content.descriptor);
}

function lengthOf(content: Content): number {
  return content.length;
}
