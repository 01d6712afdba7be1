/**
 * Posts rendered for practice, before a site is planned: the pages are thrown away, but the
 * code that rendered them is warm then, and their formulas are set.
 */
import { findFence } from '../content/find-fence.ts';
import { FormulaMemo } from '../math/typeset.ts';
import type { Config } from '../model/config.ts';
import { noExtensions } from '../model/extension.ts';
import { decodeText } from '../model/sources.ts';
import { createTextRenderer } from './text-renderer.ts';

export class Rehearsal {
  /** The formulas that are set, for a `PostRenderer`. */
  readonly memo = new FormulaMemo();
  readonly #render: (text: string) => string;

  /** @param config - the settings of the site, as far as they are known */
  constructor(config: Config) {
    this.#render = createTextRenderer(config, noExtensions, this.memo);
  }

  /** Renders a post from its file's bytes, as a text that knows no other. */
  render(bytes: Uint8Array): void {
    const text = decodeText(bytes) ?? '';
    const found = findFence(text);
    this.#render(found && 'body' in found ? found.body : text);
  }
}
