/**
 * What a tag is: how its body is read, and the function which draws it.
 */
import type { RenderContext } from '../context.ts';

export interface TagUse {
  readonly name: string;
  /** As written between the name and `%}`. */
  readonly text: string;
  readonly args: readonly string[];
  /** HTML, or text as written for a tag that asked for it. */
  readonly body: string;
  readonly context: RenderContext;
  readonly map: readonly [number, number] | null;
}

export interface TagDefinition {
  readonly body: 'none' | 'markdown' | 'text';
  readonly render: (use: TagUse) => string;
}

export type TagTable = ReadonlyMap<string, TagDefinition>;

/** A pair of unknown tags vanishes and leaves what it holds. */
export const UNKNOWN: TagDefinition = { body: 'markdown', render: ({ body }) => body };

/** A tag without an end. */
export const single = (render: TagDefinition['render']): TagDefinition => ({ body: 'none', render });
/** A tag around Markdown. */
export const around = (render: TagDefinition['render']): TagDefinition => ({ body: 'markdown', render });
/** A tag around text that is given as written. */
export const literal = (render: TagDefinition['render']): TagDefinition => ({ body: 'text', render });
