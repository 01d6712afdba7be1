/** What drawing a page comes to. */
import type { Diagnostic } from '../base/diagnostic.ts';

export interface LaidOutPage {
  /** `undefined` if the page could not be drawn; the reason is in `diagnostics`. */
  readonly bytes: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
