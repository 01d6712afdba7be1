/**
 * A cell as a view holds it: a page that reads the fact a hundred times notes it once.
 */
import type { Drawing, Scope } from './site-facts.ts';

export class NotedCell {
  readonly #cell: string;
  /** The last page that has noted it. */
  #notedBy: Drawing | undefined;

  constructor(cell: string) {
    this.#cell = cell;
  }

  /** Says that the page being drawn shows this fact. */
  note({ drawing }: Scope): void {
    if (this.#notedBy === drawing) return;
    this.#notedBy = drawing;
    drawing.note(this.#cell);
  }
}
