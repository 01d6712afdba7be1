/** What drawing a page comes to. */
import type { Diagnostic } from '../base/diagnostic.ts';

export interface LaidOutPage {
  /** `undefined` if the page could not be drawn; the reason is in `diagnostics`. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
