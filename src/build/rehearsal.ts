/**
 * Posts rendered for practice, before a site is planned: the pages are thrown away, but the
 * code that rendered them is warm then, and their formulas are set.
 */
import { findFence } from '../content/find-fence.ts';
import { FormulaMemo } from '../math/typeset.ts';
import type { Config } from '../model/config.ts';
import { noExtensions } from '../model/extension.ts';
import { decodeText } from '../model/sources.ts';
import { createMarkdown } from '../render/markdown.ts';
import type { Renderer } from '../render/render-post.ts';
import { renderText } from './text-renderer.ts';

export class Rehearsal {
  /** The formulas that are set, for a `PostRenderer`. */
  readonly memo = new FormulaMemo();
  readonly #renderer: Renderer;

  /** @param config - the settings of the site, as far as they are known */
  constructor(config: Config) {
    this.#renderer = { md: createMarkdown(config, noExtensions, this.memo), config, extensions: noExtensions };
  }

  /** Renders a post from its file's bytes, as a text that knows no other. */
  render(bytes: Uint8Array): void {
    const text = decodeText(bytes) ?? '';
    const found = findFence(text);
    renderText(found && 'body' in found ? found.body : text, this.#renderer);
  }
}
