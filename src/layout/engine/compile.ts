/**
 * A template's text → the functions that draw it. Nunjucks does it, but for some statements:
 * an `{% include %}` becomes a call, where Nunjucks is ready to wait for a file; a loop sets
 * all properties of `loop` at once; and the content of a post is set in when the page is
 * whole (`content-slot.ts`), unless what is drawn is captured first, by a macro or for a filter.
 */
import nunjucks, { type TemplateFunction, type TemplateNode } from 'nunjucks';
import { transform } from 'nunjucks/src/transformer.js';

interface IncludeNode {
  readonly template: TemplateNode;
  readonly ignoreMissing: boolean;
}

class Compiler extends nunjucks.compiler.Compiler {
  /** Called by Nunjucks for an `{% include %}`. */
  compileInclude({ template, ignoreMissing }: IncludeNode, frame: object): void {
    this._emit(`${this.buffer} += env.include(`);
    this._compileExpression(template, frame);
    this._emitLine(`, ${ignoreMissing === true}, context, frame);`);
  }

  /** Called by Nunjucks for text and for each `{{ value }}`. */
  override compileOutput(node: TemplateNode, frame: object): void {
    for (const child of node.children ?? []) {
      const owner = findContentOwner(child);
      if (!owner) super.compileOutput({ ...node, children: [child] }, frame);
      else {
        this._emit(`${this.buffer} += runtime.mark(`);
        this._compileExpression(owner, frame);
        this._emit(') ?? runtime.suppressValue(');
        this.compile(child, frame);
        this._emitLine(', env.opts.autoescape);');
      }
    }
  }

  /** Called by Nunjucks for `{% set %}…{% endset %}` and `{% filter %}`. */
  override compileCapture(node: TemplateNode, frame: object): void {
    this._emit('runtime.settle(');
    super.compileCapture(node, frame);
    this._emit(')');
  }

  /** Called by Nunjucks for `super()`. */
  override compileSuper(node: TemplateNode, frame: object): void {
    super.compileSuper(node, frame);
    const drawn = String(node.symbol?.value);
    this._emitLine(`${drawn} = runtime.markSafe(runtime.settle(${drawn}.toString()));`);
  }

  /** Called by Nunjucks at the beginning of a loop's body, with the names of three variables. */
  _emitLoopBindings(_node: object, _list: string, index: string, length: string): void {
    this._emitLine(`frame.setLoop(${index}, ${length});`);
  }
}

/** The variable whose content is printed, by `{{ post.content }}` or `{{ post.content | safe }}`. */
function findContentOwner(node: TemplateNode): TemplateNode | undefined {
  if (node.typename === 'Filter' && node.name?.value === 'safe') {
    const [input, ...rest] = node.args?.children ?? [];
    return input && rest.length === 0 ? findContentOwner(input) : undefined;
  }
  const isContent = node.typename === 'LookupVal' && node.val?.value === 'content';
  return isContent && node.target?.typename === 'Symbol' ? node.target : undefined;
}

/** What a template consists of: `root`, and `b_NAME` for each of its blocks. */
export type Compiled = Readonly<Record<string, TemplateFunction>> & { readonly root: TemplateFunction };

/** Compiles a template. Throws what Nunjucks' parser throws, a fault with line and column. */
export function compileTemplate(text: string, name: string): Compiled {
  const compiler = new Compiler(name, false);
  compiler.compile(transform(nunjucks.parser.parse(text, [], {}), []));
  return new Function(compiler.getCode())();
}
