/**
 * What `doctor` finds in a folder, as data: the page for people and `--json` are made of it.
 */
import type { Diagnostic, Location } from '../../base/diagnostic.ts';
import type { Build } from '../../build/build.ts';
import type { PostSurvey, Use } from '../../build/survey-posts.ts';
import type { Why } from '../../model/hexo-keys.ts';
import type { Theme } from '../../model/theme.ts';
import type { Site } from '../open-site.ts';
import type { BlogPackage } from '../read-package.ts';
import type { PluginFate } from './plugins.ts';

export interface Findings {
  readonly blog: {
    readonly title: string;
    readonly hexo: boolean;
    readonly version: string | undefined;
    /** The theme that the settings name. */
    readonly theme: string;
    /** The theme that draws the pages here. */
    readonly drawnBy: string;
    readonly renderer: string | undefined;
    readonly posts: number;
    readonly pages: number;
    readonly drafts: number;
    readonly plugins: readonly { readonly name: string; readonly fate: PluginFate }[];
  };
  readonly math: PostSurvey['formulas'] & {
    readonly delimiters: readonly (readonly [sign: string, count: number])[];
    /** Posts whose formulas are escaped for marked. */
    readonly escaped: readonly string[];
  };
  readonly tags: readonly (Use & { readonly name: string; readonly known: boolean })[];
  readonly settings: {
    readonly same: number;
    readonly mapped: readonly { readonly key: string; readonly to: string }[];
    readonly left: readonly { readonly key: string; readonly why: Why }[];
    /** With the key that was probably meant. */
    readonly unknown: readonly { readonly key: string; readonly suggestion?: string; readonly at?: Location }[];
  };
  /** Keys of the front matter that nothing here reads. */
  readonly frontMatter: readonly { readonly key: string; readonly why: Why; readonly posts: number }[];
  readonly differences: readonly Difference[];
  /** Posts with a `password`, which anybody could read here. */
  readonly passwords: readonly string[];
  /** What keeps posts off the home page, and is written otherwise here. */
  readonly homeRules: readonly string[];
  /** Whether posts lie in a folder that is not read: `_posts` beside `source/`. */
  readonly strayPosts: boolean;
  /** Entries of the menu that was taken over which lead to no page. */
  readonly deadEntries: readonly string[];
  /** What was taken over from the settings of the theme that the blog had, and from which files. */
  readonly taken: { readonly settings: Theme['taken']; readonly files: readonly string[] };
  /** What comes with Mojing and the blog did not have. */
  readonly fresh: readonly New[];
  /** A menu for a blog that has pages of its own and no menu that leads to them; else empty. */
  readonly menu: readonly { readonly name: string; readonly address: string }[];
  /** Whether the warnings are those that stay once `proposals` are written down. */
  readonly asProposed: boolean;
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly proposals: readonly Proposal[];
}

/** Something that will look or read otherwise than with Hexo. */
export interface Difference {
  readonly what:
    | 'theme'
    | 'taken'
    | 'lost-pictures'
    | 'no-settings'
    | 'empty-pages'
    | 'theme-files'
    | 'excerpts'
    | 'line-feeds'
    | 'heading-ids'
    | 'quotes'
    | 'braces'
    | 'drafts'
    | 'scripts'
    | 'tag-pages'
    | 'diagrams'
    | 'comments'
    | 'lost-index';
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What comes with Mojing, and a blog may not have had. */
export type New = 'search' | 'feed' | 'sitemap';

/** A setting that keeps the reading the same, to be written down. */
export interface Proposal {
  readonly group: 'markdown' | 'math' | 'index_generator' | 'front_matter' | 'auto_dir_categorize';
  readonly key: string;
  readonly value: string;
}

/** What there is to find out from. */
export interface Examination {
  readonly site: Site;
  readonly package: BlogPackage;
  readonly build: Build;
  /** The site read with `math.unescape: marked`; asked only if some posts are escaped. */
  readonly surveyUnescaped: () => PostSurvey;
  /** Whether there is a folder `_posts` beside `source/`, as Jekyll has it. */
  readonly strayPosts: boolean;
}
