/**
 * A cell as a view holds it: a page that reads the fact a hundred times notes it once.
 */
import type { Scope } from './site-facts.ts';

export class NotedCell {
  readonly #cell: string;
  /** The last drawing that has noted it. */
  #notedBy: number | undefined;

  constructor(cell: string) {
    this.#cell = cell;
  }

  /** Says that the page being drawn shows this fact. */
  note({ drawing }: Scope): void {
    if (this.#notedBy === drawing.serial) return;
    this.#notedBy = drawing.serial;
    drawing.note(this.#cell);
  }
}
