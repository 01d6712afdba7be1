/**
 * The public face: what themes, scripts and programs may rely on.
 */
export { build } from './build/build.ts';
export type { BuildInput } from './build/plan.ts';
export { unguarded } from './build/rendered-posts.ts';
export { createMemos } from './build/site-work.ts';
export type {
  FilterFunction,
  FilterPoint,
  GeneratedFile,
  GeneratorFunction,
  HelperFunction,
  InjectPoint,
  Script,
  TagCall,
  TagFunction,
  TagOptions,
  Verbs,
} from './model/extension.ts';
export type { ContentGraph, Term } from './model/graph.ts';
export { type LanguageData, noLanguageData } from './model/language-data.ts';
export type { OutputFile } from './model/outputs.ts';
export type { Post } from './model/post.ts';
export { createSourceFile } from './model/sources.ts';
