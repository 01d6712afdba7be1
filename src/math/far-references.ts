/**
 * References to equations of other posts: `slug:eq:name` and `slug#eq:name`. What a number
 * is there, the rest of the site knows; here are the ways to write one.
 *
 * They are looked up when the post's own numbers are settled: no number of a post depends
 * on another post, so two posts may refer to each other.
 */
import type { Values } from '../base/diagnostic.ts';
import { fingerprintBytes } from '../base/fingerprint.ts';
import type { FarMiss, FarTarget, MathInput } from './env.ts';
import type { EquationBook, Target } from './equation-book.ts';

/** A reference within a formula, in which `#mark` stands for the address until KaTeX is done. */
export interface FarLink extends FarTarget {
  readonly mark: string;
}

interface Name {
  readonly post: string;
  readonly label: string;
}

/** As many colons are tried as the end of the post's name. */
const MOST_SPLITS = 4;

/** The references of one post to others, each looked up once. */
export class FarReferences {
  readonly #find: MathInput['findFar'];
  readonly #known = new Map<string, { readonly name: Name; readonly answer: FarTarget | FarMiss } | undefined>();

  constructor({ findFar }: MathInput) {
    this.#find = findFar;
  }

  /** The equation, if there is one. */
  resolve(label: string): FarTarget | undefined {
    const answer = this.#look(label)?.answer;
    return answer && 'url' in answer ? answer : undefined;
  }

  /** The equation as a formula refers to it. */
  mark(label: string): Target | undefined {
    const target = this.resolve(label);
    return target && { id: markOf(target), tag: escapeTex(target.tag) };
  }

  /** Those of the labels which lead to other posts. */
  listLinks(labels: readonly string[]): FarLink[] {
    return labels.flatMap((label) => {
      const target = this.resolve(label);
      return target ? [{ ...target, mark: markOf(target) }] : [];
    });
  }

  /** Why a label leads nowhere; `undefined` if it does not name another post. */
  explain(label: string): (FarMiss & Name) | undefined {
    const found = this.#look(label);
    return found && 'missing' in found.answer ? { ...found.answer, ...found.name } : undefined;
  }

  #look(label: string): { readonly name: Name; readonly answer: FarTarget | FarMiss } | undefined {
    if (!this.#known.has(label)) this.#known.set(label, this.#search(label));
    return this.#known.get(label);
  }

  #search(label: string): { name: Name; answer: FarTarget | FarMiss } | undefined {
    const find = this.#find;
    if (!find) return undefined;
    const answers = splitLabel(label).map((name) => ({ name, answer: find(name.post, name.label) }));
    const isSure = /#|:eq[:.-]/.test(label);
    return (
      answers.find(({ answer }) => 'url' in answer) ??
      answers.find(({ answer }) => 'missing' in answer && answer.missing === 'equation') ??
      (isSure ? answers[0] : undefined)
    );
  }
}

/** The ways to read a label as one of another post, the likeliest first. */
function splitLabel(label: string): Name[] {
  const hash = label.lastIndexOf('#');
  if (hash > 0) return [{ post: label.slice(0, hash), label: label.slice(hash + 1) }];
  if (/^eqn?[:.-]/.test(label)) return [];
  const ends = [...label.matchAll(/:(?=.)/gs)].map(({ index }) => index).filter((index) => index > 0);
  const sure = ends.filter((end) => /^:eq[:.-]/.test(label.slice(end)));
  return [...new Set([...sure, ...ends])]
    .slice(0, MOST_SPLITS)
    .map((end) => ({ post: label.slice(0, end), label: label.slice(end + 1) }));
}

/** A number as it is read, for TeX. */
function escapeTex(tag: string): string {
  return tag.replace(/[\\~^]/g, '').replace(/[#$%&_{}]/g, '\\$&');
}

function markOf({ url }: FarTarget): string {
  return `far-${fingerprintBytes(url)}`;
}

/** What is to be told of a label that is neither of this post nor of another. */
export function explainMiss(
  label: string,
  { book, far }: { readonly book: EquationBook; readonly far: FarReferences },
): { readonly code: 'math/unknown-label' | 'math/unknown-post' | 'math/unknown-equation'; readonly values: Values } {
  const miss = far.explain(label);
  if (miss) {
    const { missing, ...values } = miss;
    return { code: missing === 'post' ? 'math/unknown-post' : 'math/unknown-equation', values };
  }
  const meant = book.suggest(label);
  const suggestion =
    meant === undefined
      ? `Check its spelling, or write \`\\label{${label}}\` in the equation.`
      : `Did you mean \`${meant}\`?`;
  return { code: 'math/unknown-label', values: { label, suggestion } };
}
