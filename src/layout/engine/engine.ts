/**
 * Nunjucks, made for drawing many pages at once. Templates are compiled by Nunjucks, its
 * filters and globals are used, and its rules of scope hold. What differs is how compiled
 * templates are run: all is at hand, so nothing waits, and including a template is a call.
 */
import nunjucks, { type Done, type Environment, type TemplateFunction } from 'nunjucks';
import { Slots } from '../../base/slots.ts';
import type { Layout } from '../../model/theme.ts';
import { compileTemplate } from './compile.ts';
import { Context } from './context.ts';
import { Frame } from './frame.ts';
import { createRuntime, type Runtime } from './runtime.ts';

/** Finds a template of the theme by the name that another one calls it by. */
export type FindLayout = (name: string) => Layout | undefined;

/** Templates within templates; more than that is one that includes itself without end. */
const MOST_LEVELS = 200;

export class Engine {
  /** Where filters and globals are kept. */
  readonly environment: Environment;
  /** What is set into the page once it is whole. */
  readonly slots = new Slots();
  readonly #find: FindLayout;
  readonly #templates = new Map<Layout, CompiledTemplate>();
  readonly #host: Host;

  constructor(find: FindLayout) {
    this.environment = new nunjucks.Environment([], { autoescape: true });
    this.#find = find;
    this.#host = Object.assign(Object.create(this.environment), {
      getTemplate: this.#giveTemplate.bind(this),
      include: this.#include.bind(this),
      runtime: createRuntime(this.slots),
      level: 0,
    });
  }

  /**
   * Draws a template. Throws, with template and line as far as they are known, if it fails.
   *
   * @returns its text, with the marks of `slots`
   */
  render(name: string, variables: object): string {
    const { level } = this.#host;
    try {
      return this.#getTemplate(name).draw(variables, new Frame());
    } finally {
      this.#host.level = level;
    }
  }

  #getTemplate(name: unknown): CompiledTemplate {
    if (name instanceof CompiledTemplate) return name;
    if (typeof name !== 'string') throw new Error(`template names must be a string: ${name}`);
    const layout = this.#find(name);
    if (!layout) throw new Error(`template not found: ${name}`);
    const known = this.#templates.get(layout) ?? new CompiledTemplate(layout, this.#host);
    this.#templates.set(layout, known);
    return known;
  }

  /** What an `{% include %}` draws. */
  #include(name: unknown, ignoreMissing: boolean, context: Context, frame: Frame): string {
    const isMissing = ignoreMissing && typeof name === 'string' && !this.#find(name);
    return isMissing ? '' : this.#getTemplate(name).draw(context, frame.push(true));
  }

  /** How compiled templates ask for one that they extend or import. */
  #giveTemplate(...[name, eagerly, , , done]: TemplateCall): void {
    const template = this.#getTemplate(name);
    if (eagerly) template.compile();
    done(null, template);
  }
}

type TemplateCall = [
  name: unknown,
  eagerly: boolean,
  parent: string,
  ignoreMissing: boolean,
  done: Done<CompiledTemplate>,
];

/** The environment as compiled templates see it. */
interface Host extends Environment {
  readonly runtime: Runtime;
  /** How many templates are being drawn within each other. */
  level: number;
}

/** One template of the theme. Its methods are those that compiled templates call. */
class CompiledTemplate {
  readonly #layout: Layout;
  readonly #host: Host;
  readonly blocks: Record<string, TemplateFunction> = {};
  #root: TemplateFunction | undefined;

  constructor(layout: Layout, host: Host) {
    this.#layout = layout;
    this.#host = host;
  }

  get rootRenderFunc(): TemplateFunction {
    this.#root ??= this.compile();
    return this.#root;
  }

  compile(): TemplateFunction {
    if (this.#root) return this.#root;
    try {
      const { root, ...blocks } = compileTemplate(this.#layout.text, this.#layout.file);
      for (const [name, block] of Object.entries(blocks)) this.blocks[name.slice(BLOCK.length)] = block;
      this.#root = root;
      return root;
    } catch (error) {
      throw this.#place(error);
    }
  }

  /** Draws it with these variables, or with those of the template that includes it. */
  draw(variables: object, frame: Frame): string {
    this.compile();
    return this.#run(new Context(this.#host, variables, this.blocks), frame);
  }

  /** Its macros and variables, for `{% import %}`; `with context` it sees those of the other template. */
  getExported(...args: [Done<object>] | [Context, Frame, Done<object>]): void {
    const [variables, parent, done] = args.length === 1 ? [{}, undefined, args[0]] : args;
    this.compile();
    const context = new Context(this.#host, variables, this.blocks);
    this.#run(context, parent ? parent.push() : new Frame());
    done(null, context.getExported());
  }

  /** Runs it. Of the faults only the first is told: templates above hand over the same one once more. */
  #run(context: Context, frame: Frame): string {
    frame.topLevel = true;
    if (this.#host.level >= MOST_LEVELS) throw new RangeError('the call stack of templates is too deep');
    this.#host.level++;
    let drawn = '';
    let fault: Error | undefined;
    this.rootRenderFunc(this.#host, context, frame, this.#host.runtime, (error, text) => {
      if (error) fault ??= this.#place(error);
      if (fault) throw fault;
      drawn = text ?? '';
    });
    this.#host.level--;
    return drawn;
  }

  /** The fault with this template's path before it. */
  #place(error: unknown): Error {
    return nunjucks.lib._prettifyError(this.#layout.file, false, error);
  }
}

/** How compiled templates begin the names of their blocks' functions. */
const BLOCK = 'b_';
