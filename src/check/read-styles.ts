/**
 * The addresses in a stylesheet: `@import`, `url(…)`.
 */
import type { Use } from './use.ts';

/** A comment, an import, the start of a font's rule, an address, or a string: whatever comes first (CSS Syntax 3, § 4). */
const PIECE =
  /\/\*[\s\S]*?(?:\*\/|$)|@import\s+(?:url\(\s*)?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'();]+))|(@font-face)|url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'()]*))\s*\)|(\})|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/gi;

/** What a stylesheet, a `<style>` or a `style=` uses. */
export function readStyles(css: string): Use[] {
  const uses: Use[] = [];
  let isFont = false;
  for (const [, a, b, c, fontFace, d, e, f, end] of css.matchAll(PIECE)) {
    const imported = a ?? b ?? c;
    const address = d ?? e ?? f;
    if (fontFace) isFont = true;
    if (end) isFont = false;
    if (imported !== undefined) uses.push({ kind: 'style', address: imported });
    // A browser takes the first format that it knows.
    if (address !== undefined) uses.push({ kind: isFont ? 'font' : 'picture', address, isOneOfMany: isFont });
  }
  return uses.filter(({ address }) => address !== '' && !address.startsWith('#'));
}
