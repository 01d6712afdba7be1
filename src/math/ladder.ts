/**
 * The ladder a formula climbs until KaTeX takes it: as it is; with macros that the post
 * defines only later; mended, one mend after another. What is accepted on a step is not
 * touched by the next.
 */

import type { PostMacros } from './macros.ts';
import { isMendable, MENDS, type Mend } from './normalise.ts';
import { type Fault, type FormulaMemo, isTypeset, type Output, type Typeset, typeset } from './typeset.ts';

export interface LadderRequest {
  readonly tex: string;
  readonly display: boolean;
  readonly output: Output;
  readonly macros: PostMacros;
  readonly ids: readonly string[];
  readonly memo: FormulaMemo;
}

export interface Climbed {
  readonly typeset: Typeset;
  /** What had to be mended for it, if the writer should know. */
  readonly leftover?: Mend['leftover'];
}

/** Whether a step of the ladder bore. */
export function isClimbed(result: Climbed | Fault): result is Climbed {
  return 'typeset' in result;
}

/** Typesets a formula on the first step that bears; the fault is that of the formula as it was written. */
export function climbLadder(request: LadderRequest): Climbed | Fault {
  const { tex, macros } = request;
  const narrow = macros.preambleFor(tex);
  const first = step(request, tex, narrow);
  if (isTypeset(first)) return { typeset: first };
  const wide = macros.widePreambleFor(tex);
  const second = wide === narrow ? first : step(request, tex, wide);
  if (isTypeset(second)) return { typeset: second };
  return climbMends(request) ?? second;
}

function climbMends(request: LadderRequest): Climbed | undefined {
  if (!isMendable(request.tex)) return undefined;
  let { tex } = request;
  let leftover: Mend['leftover'];
  for (const mend of MENDS) {
    const mended = mend.apply(tex);
    if (mended === tex) continue;
    tex = mended;
    leftover ??= mend.leftover;
    const result = step(request, tex, request.macros.widePreambleFor(tex));
    if (isTypeset(result)) return { typeset: result, ...(leftover && { leftover }) };
  }
  return undefined;
}

function step({ display, output, ids, memo }: LadderRequest, tex: string, preamble: string): Typeset | Fault {
  return typeset({ tex, display, output, preamble, ids }, memo);
}
