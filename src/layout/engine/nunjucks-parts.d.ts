/**
 * The parts of Nunjucks that its published types leave out: its compiler, what compiled
 * templates are called with, and how faults are written.
 */
import 'nunjucks';

declare module 'nunjucks' {
  type Done<Result> = (error: unknown, result?: Result) => void;
  type TemplateFunction = (env: object, context: object, frame: object, runtime: object, done: Done<string>) => void;

  /** A piece of a template, as far as we look at it. */
  interface TemplateNode {
    readonly typename: string;
    readonly value?: unknown;
    readonly children?: readonly TemplateNode[];
    readonly name?: TemplateNode;
    readonly args?: TemplateNode;
    readonly target?: TemplateNode;
    readonly val?: TemplateNode;
    readonly symbol?: TemplateNode;
  }

  interface Environment {
    readonly globals: Readonly<Record<string, unknown>>;
  }

  namespace runtime {
    function suppressValue(value: unknown, autoescape: boolean): unknown;
  }

  namespace lib {
    function _prettifyError(path: string, withInternals: boolean, error: unknown): Error;
  }

  namespace parser {
    function parse(text: string, extensions: readonly never[], options: object): object;
  }

  namespace compiler {
    /** Writes the JavaScript of a template. A subclass may write some of its statements otherwise. */
    class Compiler {
      constructor(name: string, throwOnUndefined: boolean);
      /** The variable that what is drawn is added to. */
      readonly buffer: string;
      compile(node: object, frame?: object): void;
      compileOutput(node: TemplateNode, frame: object): void;
      compileCapture(node: TemplateNode, frame: object): void;
      compileSuper(node: TemplateNode, frame: object): void;
      getCode(): string;
      protected _emit(code: string): void;
      protected _emitLine(code: string): void;
      protected _compileExpression(node: object, frame: object): void;
    }
  }
}
