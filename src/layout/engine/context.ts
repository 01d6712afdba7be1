/**
 * The variables of a template. An included template sees those of the one that includes it,
 * and what it sets stays its own. Nunjucks copies all variables for that; here both sides
 * share them until one of them writes.
 */
import type { Environment, TemplateFunction } from 'nunjucks';

type Blocks = Readonly<Record<string, TemplateFunction>>;

export class Context {
  /** Filters and tests ask their context for it. */
  readonly env: Environment;
  readonly blocks = new Map<string, TemplateFunction[]>();
  #variables: Map<string, unknown>;
  #isShared: boolean;
  readonly #exported: string[] = [];

  /** `variables` is an object of them, or the context whose variables are seen. */
  constructor(env: Environment, variables: object, blocks: Blocks) {
    this.env = env;
    if (variables instanceof Context) {
      this.#variables = variables.#variables;
      this.#isShared = variables.#isShared = true;
    } else {
      this.#variables = new Map(Object.entries(variables));
      this.#isShared = false;
    }
    for (const name of Object.keys(blocks)) this.addBlock(name, blocks[name]);
  }

  /** The variables as an object: Nunjucks calls it so. */
  get ctx(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.#variables);
  }

  /** A variable, else what every template knows under that name. */
  lookup(name: string): unknown {
    const value = this.#variables.get(name);
    return value !== undefined || this.#variables.has(name) ? value : this.env.globals[name];
  }

  setVariable(name: string, value: unknown): void {
    if (this.#isShared) {
      this.#variables = new Map(this.#variables);
      this.#isShared = false;
    }
    this.#variables.set(name, value);
  }

  /** What an included template is drawn with. */
  getVariables(): Context {
    return this;
  }

  addBlock(name: string, block: TemplateFunction | undefined): this {
    const known = this.blocks.get(name);
    if (block && known) known.push(block);
    else if (block) this.blocks.set(name, [block]);
    return this;
  }

  getBlock(name: string): TemplateFunction {
    const block = this.blocks.get(name)?.[0];
    if (!block) throw new Error(`unknown block "${name}"`);
    return block;
  }

  getSuper(...[env, name, block, frame, runtime, done]: SuperCall): void {
    const known = this.blocks.get(name) ?? [];
    const at = known.indexOf(block);
    const next = known[at + 1];
    if (at < 0 || !next) throw new Error(`no super block available for "${name}"`);
    next(env, this, frame, runtime, done);
  }

  addExport(name: string): void {
    this.#exported.push(name);
  }

  /** What a template that is imported gives: its macros and what it set. */
  getExported(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.#exported.map((name) => [name, this.#variables.get(name)]));
  }
}

/** How a compiled block asks for the one that it replaces. */
type SuperCall = [
  env: object,
  name: string,
  block: TemplateFunction,
  frame: object,
  runtime: object,
  done: Parameters<TemplateFunction>[4],
];
