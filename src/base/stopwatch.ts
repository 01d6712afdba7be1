/**
 * Where the time of a run goes. A piece of work that begins within another counts for
 * itself: the phases add up to the whole.
 */

export interface Piece {
  readonly name: string;
  readonly milliseconds: number;
}

export class Stopwatch {
  readonly #now: () => number;
  readonly #phases = new Map<string, number>();
  readonly #pieces = new Map<string, Piece[]>();
  /** Of each piece under way, what the pieces within it have taken. */
  readonly #within: number[] = [];

  /** @param now - a steady clock, in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Does the work and adds its time to a phase; under a name it is also kept as a piece. */
  measure<Result>(phase: string, work: () => Result, name?: string): Result {
    const began = this.#now();
    this.#within.push(0);
    try {
      return work();
    } finally {
      const whole = this.#now() - began;
      const milliseconds = whole - (this.#within.pop() ?? 0);
      const outer = this.#within.length - 1;
      if (outer >= 0) this.#within[outer] = (this.#within[outer] ?? 0) + whole;
      this.#add(phase, milliseconds, name);
    }
  }

  #add(phase: string, milliseconds: number, name: string | undefined): void {
    this.#phases.set(phase, (this.#phases.get(phase) ?? 0) + milliseconds);
    if (name === undefined) return;
    const pieces = this.#pieces.get(phase) ?? [];
    this.#pieces.set(phase, pieces);
    pieces.push({ name, milliseconds });
  }

  /** Milliseconds by phase, in the order in which the phases ended first. */
  get phases(): ReadonlyMap<string, number> {
    return this.#phases;
  }

  /** The named pieces of a phase that took longest, the longest first. */
  listSlowest(phase: string, most: number): Piece[] {
    return [...(this.#pieces.get(phase) ?? [])].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, most);
  }
}
