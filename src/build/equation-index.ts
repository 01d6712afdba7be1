/**
 * The equations of all posts by the name of the post and their label, for references from
 * one post to another. Each question has a cell of its own, see `build/cells.ts`: a post is
 * rendered anew when the number it shows, or where that leads, is another one.
 */
import type { Cell } from '../base/memo.ts';
import { suggest } from '../base/text.ts';
import type { Equation, PostId } from '../model/post.ts';
import type { EquationAnswer } from '../render/context.ts';
import type { SiteIndex } from './site-index.ts';

/** Kept apart from the other cells: no number depends on them. */
export const EQUATION_CELL = 'equation:';

/** As many labels as a diagnostic lists. */
const MOST_LISTED = 6;

export class EquationIndex {
  readonly #index: SiteIndex;
  readonly #equationsOf: (id: PostId) => readonly Equation[];

  constructor(index: SiteIndex, equationsOf: (id: PostId) => readonly Equation[]) {
    this.#index = index;
    this.#equationsOf = equationsOf;
  }

  /** The equation, or what was probably meant. */
  find(reference: string, label: string): EquationAnswer {
    const post = this.#index.findPost(reference);
    if (!post) return { missing: 'post', suggestion: this.#suggestPost(reference) };
    const equations = this.#equationsOf(post.id);
    const found = findByName(equations, label);
    return found
      ? { post, id: found.id, tag: found.tag }
      : { missing: 'equation', suggestion: suggestEquation(equations, label) };
  }

  #suggestPost(reference: string): string {
    const near = suggest(reference, this.#index.slugs());
    return near === undefined ? 'Give the slug, the title or the file name of a post.' : `Did you mean \`${near}\`?`;
  }
}

/** By its label, with or without `eq:`; else by the id of its number (`eq-5`). */
function findByName(equations: readonly Equation[], label: string): Equation | undefined {
  const bare = label.replace(/^eq[:.-]/, '');
  const names = [label, bare, `eq:${label}`];
  return (
    names.flatMap((name) => equations.find((equation) => equation.labels.includes(name)) ?? [])[0] ??
    equations.find(({ id }) => id === label || id === `eq-${bare}`)
  );
}

function suggestEquation(equations: readonly Equation[], label: string): string {
  const names = equations.flatMap(({ labels, id }) => (labels.length > 0 ? labels : [id]));
  const near = suggest(label, names);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (names.length === 0) return 'None of its equations has a number.';
  const listed = names.slice(0, MOST_LISTED).map((name) => `\`${name}\``);
  return `It has ${listed.join(', ')}${names.length > MOST_LISTED ? ' and others' : ''}.`;
}

/** The cell of a question. */
export function nameEquationCell(reference: string, label: string): Cell {
  return `${EQUATION_CELL}${reference}#${label}`;
}

/** The question of a cell, without its first word. No label holds a `#`. */
export function readEquationCell(rest: string): { readonly reference: string; readonly label: string } {
  const hash = rest.lastIndexOf('#');
  return { reference: rest.slice(0, hash), label: rest.slice(hash + 1) };
}
