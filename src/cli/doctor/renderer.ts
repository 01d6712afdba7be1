/**
 * The renderer that a blog had, and the habits of it that no setting keeps.
 */
import { isRecord } from '../../base/record.ts';
import { findRenderer, listRenderers } from '../../content/map-hexo-keys.ts';
import type { Config } from '../../model/config.ts';

/** Of several renderers Hexo takes the last; the others stand behind it in brackets. */
export function nameRenderers(plugins: readonly string[]): string | undefined {
  const taken = findRenderer(plugins);
  const others = listRenderers(plugins).filter((name) => name !== taken);
  return taken && others.length > 0 ? `${taken} (${others.join(', ')})` : taken;
}

/** By the settings: Hexo came with marked before plugins were named in package.json. */
export function guessRenderer({ written }: Config): string | undefined {
  if (isRecord(written.marked)) return 'hexo-renderer-marked';
  return isRecord(written.markdown) && isRecord(written.markdown.render) ? 'hexo-renderer-markdown-it' : undefined;
}

/** marked's and kramed's `smartypants`, and markdown-it's `typographer` since version 4 and with Shoka, are on unless they are switched off. */
export function usesCurlyQuotes({ written }: Config, renderer: string, version: string): boolean {
  const group = (name: string, inner?: string): Readonly<Record<string, unknown>> => {
    const value = written[name];
    const found = inner === undefined ? value : isRecord(value) ? value[inner] : undefined;
    return isRecord(found) ? found : {};
  };
  const own = /(marked|kramed)$/.exec(renderer)?.[0];
  if (own !== undefined) return group(own).smartypants !== false;
  const { typographer } = group('markdown', 'render');
  if (/multi-(next-)?markdown-it$/.test(renderer)) return typographer === undefined || typographer === true;
  return /markdown-it$/.test(renderer) && (typographer ?? !isBefore(version, 4)) !== false;
}

/** Renderers that made ids of headings in ways of their own. */
export function makesOtherIds(renderer: string, version: string): boolean {
  if (/(markdown-it-plus|multi-(next-)?markdown-it)$/.test(renderer)) return true;
  return /markdown-it$/.test(renderer) && isBefore(version, 4);
}

/** Whether a range such as `^3.4.1` begins below a major version; one that is not told is new. */
function isBefore(range: string, major: number): boolean {
  return Number(/\d+/.exec(range)?.[0] ?? major) < major;
}
