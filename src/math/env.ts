/**
 * What a post brings to its formulas, and what it gets back, in markdown-it's `env`.
 *
 * `env.math` is given before parsing, `env.mathResult` is there after it. Nobody else
 * needs to know how they are kept: read and write them here.
 */

import type { Env } from 'markdown-it';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import { isRecord } from '../base/record.ts';
import type { Equation, FormulaCount } from '../model/post.ts';

export type Numbering = 'ams' | 'none' | 'all';

export interface MathInput {
  readonly file: SourcePath;
  /** The line of the file on which the text given to markdown-it begins, from 1. */
  readonly bodyLine: number;
  /** Stands before every id; `''` on the post's own page. */
  readonly idPrefix: string;
  /** The front matter's macros: `{ '\\R': '\\mathbb{R}' }`, a value being TeX or `[TeX, number of arguments, default of the first]`. */
  readonly macros: Readonly<Record<string, unknown>>;
  /** The front matter's own choice of `math.number`. */
  readonly number?: Numbering;
  /** Finds an equation of another post by the name of the post and by the label, or the number, of the equation. */
  readonly findFar?: (post: string, label: string) => FarTarget | FarMiss;
}

/** An equation of another post, as a reference shows it. */
export interface FarTarget {
  readonly url: string;
  /** Without parentheses. */
  readonly tag: string;
  /** The title of its post, as readable text. */
  readonly title: string;
}

/** What is missing, and what was probably meant, as a sentence. */
export interface FarMiss {
  readonly missing: 'post' | 'equation';
  readonly suggestion: string;
}

export interface MathResult {
  readonly formulas: FormulaCount;
  readonly equations: readonly Equation[];
  readonly diagnostics: readonly Diagnostic[];
}

const NOWHERE: MathInput = { file: toSourcePath(''), bodyLine: 1, idPrefix: '', macros: {} };
const NOTHING: MathResult = { formulas: { total: 0, failed: 0, prints: [] }, equations: [], diagnostics: [] };

/** Tells the formulas of one parse where they stand. */
export function setMathInput(env: Env, input: MathInput): void {
  env.math = input;
}

/** What was told, or a text without a place. */
export function getMathInput(env: Env): MathInput {
  return isMathInput(env.math) ? env.math : NOWHERE;
}

/** Keeps what one parse found. A further parse with the same `env` adds to it. */
export function addMathResult(env: Env, result: MathResult): void {
  const before = getMathResult(env);
  env.mathResult = {
    formulas: {
      total: before.formulas.total + result.formulas.total,
      failed: before.formulas.failed + result.formulas.failed,
      prints: [...new Set([...before.formulas.prints, ...result.formulas.prints])],
    },
    equations: [...before.equations, ...result.equations],
    diagnostics: [...before.diagnostics, ...result.diagnostics],
  } satisfies MathResult;
}

/** What the formulas of a parsed text came to; nothing if there were none. */
export function getMathResult(env: Env): MathResult {
  return isMathResult(env.mathResult) ? env.mathResult : NOTHING;
}

function isMathInput(value: unknown): value is MathInput {
  return isRecord(value) && typeof value.file === 'string' && typeof value.bodyLine === 'number';
}

function isMathResult(value: unknown): value is MathResult {
  return (
    isRecord(value) && isRecord(value.formulas) && Array.isArray(value.equations) && Array.isArray(value.diagnostics)
  );
}
