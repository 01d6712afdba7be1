/** The examples of the CommonMark specification, as its package gives them. */
declare module 'commonmark-spec' {
  const spec: {
    /** `→` stands for a tab. */
    readonly tests: readonly { readonly number: number; readonly markdown: string; readonly html: string }[];
  };
  export default spec;
}
