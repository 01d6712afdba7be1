/**
 * A template's text → the functions that draw it. Nunjucks does it, but for two statements:
 * an `{% include %}` becomes a call, where Nunjucks is ready to wait for a file; and a loop
 * sets all properties of `loop` at once.
 */
import nunjucks, { type TemplateFunction } from 'nunjucks';
import { transform } from 'nunjucks/src/transformer.js';

interface IncludeNode {
  readonly template: object;
  readonly ignoreMissing: boolean;
}

class Compiler extends nunjucks.compiler.Compiler {
  /** Called by Nunjucks for an `{% include %}`. */
  compileInclude({ template, ignoreMissing }: IncludeNode, frame: object): void {
    this._emit(`${this.buffer} += env.include(`);
    this._compileExpression(template, frame);
    this._emitLine(`, ${ignoreMissing === true}, context, frame);`);
  }

  /** Called by Nunjucks at the beginning of a loop's body, with the names of three variables. */
  _emitLoopBindings(_node: object, _list: string, index: string, length: string): void {
    this._emitLine(`frame.setLoop(${index}, ${length});`);
  }
}

/** What a template consists of: `root`, and `b_NAME` for each of its blocks. */
export type Compiled = Readonly<Record<string, TemplateFunction>> & { readonly root: TemplateFunction };

/** Compiles a template. Throws what Nunjucks' parser throws, a fault with line and column. */
export function compileTemplate(text: string, name: string): Compiled {
  const compiler = new Compiler(name, false);
  compiler.compile(transform(nunjucks.parser.parse(text, [], {}), []));
  return new Function(compiler.getCode())();
}
