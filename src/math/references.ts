/**
 * References in prose: `\eqref{eq:energy}` becomes a link that says `(5)`.
 */
import type { Token } from 'markdown-it';
import type { Diagnostic } from '../base/diagnostic.ts';
import { diagnose } from '../model/messages.ts';
import type { MathInput } from './env.ts';
import type { EquationBook } from './equation-book.ts';
import { locateSpot } from './locate.ts';
import type { Session } from './session.ts';

interface Resolving {
  readonly book: EquationBook;
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
  const target = within.book.resolve(reference.content);
  const shown = target?.tag ?? '?';
  const text = new within.Token('text', '', 0);
  text.content = reference.info === 'eqref' ? `(${shown})` : shown;
  text.level = reference.level;
  if (!target) {
    within.diagnostics.push(report(reference, within));
    return [text];
  }
  if (reference.meta?.inLink === true) return [text];
  const open = new within.Token('link_open', 'a', 1);
  open.attrs = [
    ['href', `#${target.id}`],
    ['class', 'math-reference'],
  ];
  open.level = reference.level;
  text.level++;
  const close = new within.Token('link_close', 'a', -1);
  close.level = reference.level;
  return [open, text, close];
}

function report(reference: Token, { session, input }: Within): Diagnostic {
  const origin = session.references.get(reference);
  const at = origin && locateSpot({ origin, offset: 0, length: reference.markup.length }, session, input);
  return diagnose('math/unknown-label', { label: reference.content }, at);
}
