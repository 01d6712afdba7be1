/**
 * What the documents say of a helper.
 */

export interface HelperDocs {
  readonly name: string;
  readonly syntax: string;
  readonly about: { readonly en: string; readonly zh: string };
  /** A template, and what it prints on the home page of the tests' tiny site. */
  readonly example: { readonly template: string; readonly html: string };
}
