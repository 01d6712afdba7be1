/**
 * A theme: layouts, files to copy, words in several languages, settings.
 */
import type { Fingerprint } from '../base/fingerprint.ts';
import type { Route, SourcePath } from '../base/path.ts';
import type { Data } from './post.ts';

/** The theme that comes with Mojing, and stands in for one that cannot be used. */
export const OWN_THEME = 'mist';

export interface Layout {
  /** Its path below `layout/` without extension: `post`, `partial/pager`. */
  readonly name: string;
  readonly file: SourcePath;
  readonly text: string;
}

export interface Theme {
  readonly name: string;
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly assets: readonly { readonly from: SourcePath; readonly route: Route }[];
  /** Words by language (`zh-TW`), flat: `menu.home`. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The theme's own defaults, then what was `taken`, then `_config.<theme>.yml`, then `theme_config`. */
  readonly config: Readonly<Record<string, Data>>;
  /** What of it was taken over from the settings of the theme in whose place this one stands. */
  readonly taken: Readonly<Record<string, Data>>;
  /** Changes when anything of it that a page may show changes. */
  readonly print: Fingerprint;
}
