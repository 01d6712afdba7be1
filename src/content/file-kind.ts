/**
 * What each file below `source_dir` is: a post, a draft, a page, data, an asset, or
 * nothing to us. The rules are Hexo's (processor/common, post, asset).
 */
import picomatch from 'picomatch';
import { extensionOf } from '../base/path.ts';
import type { Config } from '../model/config.ts';
import { isHtml, isMarkdown } from '../model/sources.ts';

export type FileKind = 'post' | 'draft' | 'page' | 'data' | 'asset' | 'post-asset' | 'ignored';

const DATA = new Set(['yml', 'yaml', 'json']);

/** Sorts the files of one site; the globs of its config are compiled once. */
export function createClassifier(config: Config): (path: string) => FileKind {
  const isSkipped = matcher(config.skip_render);
  const isExcluded = matcher(config.exclude);
  const isIncluded = matcher(config.include);

  return (path) => {
    const [, special, rest = ''] = /^_(posts|drafts|data)\/(.*)$/.exec(path) ?? [];
    if (special === 'data') return DATA.has(extensionOf(path)) ? 'data' : 'ignored';
    if (special) {
      if (isTemporary(rest) || isHidden(rest)) return 'ignored';
      // Beside posts that have folders of files, an HTML file is one of those, and so is what is not to be rendered.
      const isPost = isMarkdown(rest) || (isHtml(rest) && !config.post_asset_folder);
      if (!isPost || isSkipped(path)) return 'post-asset';
      return special === 'posts' ? 'post' : 'draft';
    }
    if (isTemporary(path) || isExcluded(path)) return 'ignored';
    if (isHidden(path) && !isIncluded(path)) return 'ignored';
    return (isMarkdown(path) || isHtml(path)) && !isSkipped(path) ? 'page' : 'asset';
  };
}

/** A part of the path begins with `_` or `.`. */
function isHidden(path: string): boolean {
  return /(^|\/)[_.]/.test(path);
}

function isTemporary(path: string): boolean {
  return /[~%]$/.test(path);
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  return picomatch([...globs], { dot: true });
}
