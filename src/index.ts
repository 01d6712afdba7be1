/**
 * The public face: what themes, scripts and programs may rely on.
 */
export { build } from './build/build.ts';
export type { BuildInput } from './build/plan.ts';
export { unguarded } from './build/rendered-posts.ts';
export { createMemos } from './build/site-work.ts';
export type { Script, TagCall, TagOptions, Verbs } from './model/extension.ts';
export type { OutputFile } from './model/outputs.ts';
export { createSourceFile } from './model/sources.ts';
