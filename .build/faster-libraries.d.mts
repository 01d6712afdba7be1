/** What the test of the changes sees of them. */
export type Changes = readonly (readonly [from: string | RegExp, to: string])[];
export const CHANGES: readonly { readonly file: RegExp; readonly changes: Changes }[];
export function changeLibrary(text: string, changes: Changes): string;
