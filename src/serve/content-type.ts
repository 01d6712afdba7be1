/**
 * The media types of the files a blog has, by their extensions. Text is UTF-8.
 */
import { extensionOf } from '../base/path.ts';

const UNKNOWN = 'application/octet-stream';

const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'text/html': 'html htm xhtml',
    'text/css': 'css',
    'text/javascript': 'js mjs cjs',
    'text/plain': 'txt text log tex bib',
    'text/markdown': 'md markdown',
    'text/csv': 'csv',
    'text/calendar': 'ics',
    'text/vtt': 'vtt',
    'application/json': 'json map geojson ipynb',
    'application/ld+json': 'jsonld',
    'application/manifest+json': 'webmanifest',
    'application/xml': 'xml xsl xslt',
    'application/atom+xml': 'atom',
    'application/rss+xml': 'rss',
    'application/yaml': 'yml yaml',
    'image/svg+xml': 'svg',
    'image/png': 'png',
    'image/apng': 'apng',
    'image/jpeg': 'jpg jpeg jfif',
    'image/gif': 'gif',
    'image/webp': 'webp',
    'image/avif': 'avif',
    'image/bmp': 'bmp',
    'image/tiff': 'tif tiff',
    'image/x-icon': 'ico',
    'font/woff2': 'woff2',
    'font/woff': 'woff',
    'font/ttf': 'ttf',
    'font/otf': 'otf',
    'audio/mpeg': 'mp3',
    'audio/mp4': 'm4a',
    'audio/ogg': 'ogg oga opus',
    'audio/wav': 'wav',
    'audio/flac': 'flac',
    'video/mp4': 'mp4 m4v',
    'video/webm': 'webm',
    'video/ogg': 'ogv',
    'video/quicktime': 'mov',
    'application/pdf': 'pdf',
    'application/epub+zip': 'epub',
    'application/zip': 'zip',
    'application/gzip': 'gz tgz',
    'application/wasm': 'wasm',
  }).flatMap(([type, extensions]) => extensions.split(' ').map((extension) => [extension, type])),
);

/** The `Content-Type` of a file, by its name; bytes of no known type are left to be saved, not guessed at. */
export function contentTypeOf(path: string): string {
  const type = TYPES.get(extensionOf(path)) ?? UNKNOWN;
  const isText = type.startsWith('text/') || /[/+](json|xml|yaml)$/.test(type);
  return isText ? `${type}; charset=utf-8` : type;
}
