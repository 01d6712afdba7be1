/**
 * The scopes of a template while it is drawn: one for each loop, block, macro and include.
 * The rules are those of Nunjucks' own `Frame`; here a scope without variables costs
 * nothing, and a loop says once how far it has come.
 */

/** `loop` in a template. */
interface Loop {
  index: number;
  index0: number;
  revindex: number;
  revindex0: number;
  first: boolean;
  last: boolean;
  length: number;
}

export class Frame {
  readonly parent: Frame | undefined;
  readonly isolateWrites: boolean;
  /** Whether what is set here is a variable of the whole template, too. */
  topLevel = false;
  #variables: Map<string, unknown> | undefined;
  #loop: Loop | undefined;

  constructor(parent?: Frame, isolateWrites = false) {
    this.parent = parent;
    this.isolateWrites = isolateWrites;
  }

  /** Sets a variable: with `resolveUp` in the scope that has it already, if there is one. */
  set(name: string, value: unknown, resolveUp = false): void {
    const owner = resolveUp ? this.resolve(name, true) : undefined;
    if (owner) owner.set(name, value);
    else this.#own().set(name, value);
  }

  get(name: string): unknown {
    return this.#variables?.get(name) ?? null;
  }

  lookup(name: string): unknown {
    for (let frame: Frame | undefined = this; frame !== undefined; frame = frame.parent) {
      const value = frame.#variables?.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** The nearest scope that has the variable; a scope that keeps its writes to itself is the last one asked for them. */
  resolve(name: string, forWrite = false): Frame | undefined {
    const last = forWrite && this.isolateWrites ? this : undefined;
    for (let frame: Frame | undefined = this; frame !== undefined; frame = frame.parent) {
      if (frame.#variables?.get(name) !== undefined) return frame;
      if (frame === last) return undefined;
    }
    return undefined;
  }

  push(isolateWrites = false): Frame {
    return new Frame(this, isolateWrites);
  }

  pop(): Frame | undefined {
    return this.parent;
  }

  #own(): Map<string, unknown> {
    this.#variables ??= new Map();
    return this.#variables;
  }

  /** Says of a loop how far it has come. The object stays the same for the whole loop. */
  setLoop(index: number, length: number): void {
    this.#loop ??= { index: 0, index0: 0, revindex: 0, revindex0: 0, first: false, last: false, length: 0 };
    const loop = this.#loop;
    loop.index = index + 1;
    loop.index0 = index;
    loop.revindex = length - index;
    loop.revindex0 = length - index - 1;
    loop.first = index === 0;
    loop.last = index === length - 1;
    loop.length = length;
    this.#own().set('loop', loop);
  }
}
