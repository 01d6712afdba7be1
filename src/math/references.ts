/**
 * References in prose: `\eqref{eq:energy}` becomes a link that says `(5)`, and so does
 * `\eqref{other-post:eq:energy}`, whose title is that of the other post.
 */
import type { Token } from 'markdown-it';
import type { Diagnostic } from '../base/diagnostic.ts';
import { diagnose } from '../model/messages.ts';
import type { MathInput } from './env.ts';
import type { EquationBook } from './equation-book.ts';
import { explainMiss, type FarReferences } from './far-references.ts';
import { locateSpot } from './locate.ts';
import type { Session } from './session.ts';

interface Resolving {
  readonly book: EquationBook;
  readonly far: FarReferences;
  readonly session: Session;
  readonly input: MathInput;
  readonly Token: typeof Token;
}

/** Replaces the references of all inline content; tells of labels that are nowhere. */
export function resolveReferences(tokens: readonly Token[], resolving: Resolving): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const inline of tokens) {
    if (!inline.children?.some((token) => token.type === 'math_reference')) continue;
    inline.children = inline.children.flatMap((token) =>
      token.type === 'math_reference' ? resolve(token, { ...resolving, diagnostics }) : [token],
    );
  }
  return diagnostics;
}

interface Within extends Resolving {
  readonly diagnostics: Diagnostic[];
}

function resolve(reference: Token, within: Within): Token[] {
  const target = findTarget(reference.content, within);
  const shown = target?.tag ?? '?';
  const text = new within.Token('text', '', 0);
  const own: unknown = reference.meta?.text;
  text.content = typeof own === 'string' ? own : reference.info === 'eqref' ? `(${shown})` : shown;
  text.level = reference.level;
  if (!target) {
    within.diagnostics.push(report(reference, within));
    return [text];
  }
  if (reference.meta?.inLink === true) return [text];
  const open = new within.Token('link_open', 'a', 1);
  open.attrs = [
    ['href', target.url],
    ['class', 'math-reference'],
    ...(target.title === undefined ? [] : [['title', target.title] satisfies [string, string]]),
  ];
  // The title of another post is in the script of the edition already.
  open.meta = { fromSite: true };
  open.level = reference.level;
  text.level++;
  const close = new within.Token('link_close', 'a', -1);
  close.level = reference.level;
  return [open, text, close];
}

function findTarget(
  label: string,
  { book, far }: Within,
): { readonly url: string; readonly tag: string; readonly title?: string } | undefined {
  const near = book.resolve(label);
  return near ? { url: `#${near.id}`, tag: near.tag } : far.resolve(label);
}

function report(reference: Token, { session, input, book, far }: Within): Diagnostic {
  const origin = session.references.get(reference);
  const at = origin && locateSpot({ origin, offset: 0, length: reference.markup.length }, session, input);
  const { code, values } = explainMiss(reference.content, { book, far });
  return diagnose(code, values, at);
}
