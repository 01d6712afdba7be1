/**
 * An address as it stands in a page or a stylesheet, and what it is there for.
 */

/** What an address is used as. All but `link` and `picture-for-others` are loaded with the page. */
export type UseKind =
  | 'link'
  | 'picture'
  | 'picture-for-others'
  | 'script'
  | 'style'
  | 'frame'
  | 'font'
  | 'media'
  | 'other';

export interface Use {
  readonly kind: UseKind;
  /** As it stands in the page, entities decoded. */
  readonly address: string;
  /** A browser takes one of several: `srcset`, `<source>`. */
  readonly isOneOfMany?: boolean;
}

/** An address or a part of one without `%XX`; one that cannot be decoded stands for itself. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
