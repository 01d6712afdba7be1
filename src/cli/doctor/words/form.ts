/**
 * The sentences of `doctor`: what each language has. `{name}` is filled in.
 */
import type { Why } from '../../../model/hexo-keys.ts';
import type { Difference, New } from '../findings.ts';
import type { PluginFate } from '../plugins.ts';

export interface DoctorWords {
  readonly title: string;
  readonly notHexo: string;
  readonly sections: Readonly<Record<'found' | 'differs' | 'settings' | 'hand' | 'next', string>>;
  readonly counts: string;
  readonly hexo: string;
  readonly unnamedRenderer: string;
  readonly plugins: Readonly<Record<PluginFate, string>>;
  /** `{ways}`: how they are written. */
  readonly formulas: string;
  /** What stands behind it: all are set, or some are not. */
  readonly noFailures: string;
  readonly failures: string;
  readonly noFormulas: string;
  readonly escaped: string;
  readonly tags: string;
  readonly unknownTag: string;
  readonly sameSettings: string;
  readonly mapped: string;
  readonly left: string;
  readonly unknownKey: string;
  readonly misspelt: string;
  readonly unindented: string;
  readonly frontMatter: string;
  readonly reasons: Readonly<Record<Why, string>>;
  readonly differences: Readonly<Record<Difference['what'], string>>;
  /** What the blog did not have. */
  readonly fresh: string;
  readonly newThings: Readonly<Record<New, string>>;
  /** Before anything else: posts that anybody could read. */
  readonly passwords: string;
  /** What may be taken over from a theme, by its key. */
  readonly takenParts: Readonly<Record<string, string>>;
  readonly homeRules: string;
  readonly deadEntries: string;
  readonly strayPosts: string;
  readonly menu: string;
  readonly asProposed: string;
  /** `--write` has put what was taken over from a theme into a file of its own. */
  readonly takenWritten: string;
  readonly noWork: string;
  readonly errors: string;
  readonly warnings: string;
  readonly more: string;
  readonly proposals: string;
  readonly written: string;
  readonly nothingToWrite: string;
  readonly byHand: string;
  readonly build: string;
  readonly buildAfter: string;
  readonly check: string;
  readonly separator: string;
  readonly colon: string;
}
