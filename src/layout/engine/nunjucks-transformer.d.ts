/** A step of Nunjucks' compiler that its types leave out. */
declare module 'nunjucks/src/transformer.js' {
  export function transform(tree: object, asyncFilters: readonly never[]): object;
}
