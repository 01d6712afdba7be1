/**
 * What the tokens of tags remember, and the names that are nobody's here.
 */
import type { Token } from 'markdown-it';
import type { TagMark } from './syntax.ts';

/** Tags that belong to another room (`math/`). */
export const FOREIGN = /^(end)?(math|mathjax|katex)$/;
/** A tag that only marks a stretch of text. */
export const RAW = /^(end)?raw$/;
/** The types of the tokens around a tag that stays as written. */
export const LITERAL_OPEN = 'tag_literal_open';
export const LITERAL_CLOSE = 'tag_literal_close';

/** The mark that each tag token came from. */
export const marks = new WeakMap<Token, TagMark>();
