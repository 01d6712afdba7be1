/**
 * The documents of all helpers, in the order in which they are shown.
 */
import { addressesDocs } from './addresses.ts';
import type { HelperDocs } from './helper-docs.ts';
import { listsDocs } from './lists.ts';
import { pagesDocs } from './pages.ts';
import { textsDocs } from './texts.ts';

export const helperDocs: readonly HelperDocs[] = [...addressesDocs, ...listsDocs, ...pagesDocs, ...textsDocs];
