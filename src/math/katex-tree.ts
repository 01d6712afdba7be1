/**
 * The tree KaTeX builds of a formula, in which the MathML can be read without taking the
 * HTML apart again. KaTeX calls it unstable: so we have one version of KaTeX, and no range.
 */
import { __renderToDomTree, type KatexOptions } from 'katex';

declare module 'katex' {
  export function __renderToDomTree(tex: string, options?: KatexOptions): KatexNode;
}

/** Any node. */
export interface KatexNode {
  /** Its HTML; of the root, what `renderToString` gives. */
  toMarkup(): string;
}

/** An element of MathML. */
export interface MathElement extends KatexNode {
  readonly type: string;
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MathChild[];
}

/** What stands in an element: others, texts, spaces (some are written as a character), and fragments, which stand for their children. */
export type MathChild =
  | MathElement
  | (KatexNode & { readonly text: string })
  | (KatexNode & { readonly character: string | null; readonly width: number })
  | (KatexNode & { readonly children: readonly MathChild[] });

/** Builds the tree. Throws KaTeX's `ParseError`, and what else KaTeX throws. */
export function buildTree(tex: string, options: KatexOptions): KatexNode {
  return __renderToDomTree(tex, options);
}

/** Whether a node is an element of MathML. */
export function isElement(node: KatexNode): node is MathElement {
  return 'type' in node;
}

/** The `<math>` of a tree; `undefined` if KaTeX was asked for HTML alone. */
export function findMath(node: KatexNode): MathElement | undefined {
  if (isElement(node)) return node;
  if (!hasChildren(node)) return undefined;
  for (const child of node.children) {
    const found = findMath(child);
    if (found) return found;
  }
  return undefined;
}

function hasChildren(node: KatexNode): node is KatexNode & { readonly children: readonly KatexNode[] } {
  return 'children' in node;
}
