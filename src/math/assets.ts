/**
 * What a page with formulas needs besides its HTML: KaTeX's stylesheet, made smaller and
 * better, and its fonts. No script.
 */

/** The fonts of KaTeX 0.16.47 that its stylesheet names, as they lie in `katex/dist/fonts/`. */
export const KATEX_FONTS: readonly string[] = (
  'AMS-Regular Caligraphic-Bold Caligraphic-Regular Fraktur-Bold Fraktur-Regular Main-Bold Main-BoldItalic Main-Italic ' +
  'Main-Regular Math-BoldItalic Math-Italic SansSerif-Bold SansSerif-Italic SansSerif-Regular Script-Regular ' +
  'Size1-Regular Size2-Regular Size3-Regular Size4-Regular Typewriter-Regular'
)
  .split(' ')
  .map((name) => `KaTeX_${name}.woff2`);

/** The two that every formula uses; worth a `<link rel="preload">`. */
export const FIRST_FONTS: readonly string[] = ['KaTeX_Main-Regular.woff2', 'KaTeX_Math-Italic.woff2'];

const OLD_FORMATS = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((["'])(?:woff|truetype)\1\)/g;

/**
 * The stylesheet of formulas: KaTeX's own, its fonts in WOFF2 only, and our rules after it.
 *
 * @param katexCss - `katex/dist/katex.min.css`; addresses of fonts stay as they are there (`fonts/…`)
 */
export function buildMathStylesheet(katexCss: string): string {
  return `${katexCss.replace(OLD_FORMATS, '').trimEnd()}\n${OUR_RULES}`;
}

/** Colours that writers choose for a white page, too dark for a dark one, and what they are there. */
const DARK_COLOURS: Readonly<Record<string, string>> = {
  black: 'currentcolor',
  blue: '#8bf',
  green: '#6c7',
  purple: '#d9e',
  red: '#f77',
};

/** Where the page is dark, as `color-scheme` says. Browsers without `light-dark()` pass over it. */
function brighten(): string {
  const rules = Object.entries(DARK_COLOURS).map(
    ([name, dark]) => `&[style*=":${name};"]{color:light-dark(${name},${dark})!important}`,
  );
  return `.katex :not([style*="-color"]){${rules.join('')}}\n`;
}

/**
 * 1.12 em: KaTeX's capitals as high as those beside 漢字 (its own 1.21 em towers over them).
 * 漢字 in formulas: as large as outside, in the page's face, which a theme names in `--math-cjk-font`.
 * A number stands beside its formula and never on it; a wide formula scrolls within its box.
 * Beside 漢字 a formula has a gap (`.l`, `.r`). In a line it is text and not a row of boxes:
 * else a full stop after it may begin a line.
 * Theorems and their like have a line at their side, proofs a dotted one.
 * The gap at a top-level line break is LaTeX's, which KaTeX leaves out.
 * The parts of a stack are laid out for themselves: else Chromium takes their tall struts for
 * emphasis dots of the line, and sets an empty line below one that has both.
 */
const OUR_RULES = `.katex{font-size:1.12em}
.katex .cjk_fallback,.katex .hangul_fallback{font-family:var(--math-cjk-font,sans-serif);font-size:.893em}
.math-display{display:block;margin:.8em 0;padding:.4em 0;overflow:auto hidden;scrollbar-width:thin}
.math-display .katex-display{margin:0}
.math-display .katex-html{min-width:max-content}
.katex-display>.katex>.katex-html>.newline{height:.55em}
.katex-display .katex-html:has(.tag):not(:has(.newline)){display:flex;align-items:baseline}
.katex-display .katex-html:has(.tag):not(:has(.newline))::before{content:"";flex:1 1 0}
.katex-display .katex-html:has(.tag):not(:has(.newline))>.tag{position:static;flex:1 1 0;margin-left:2em;text-align:right}
.katex-display .katex-html:has(.newline):has(.tag){padding-right:4em}
.katex.l{margin-inline-start:.125em}
.katex.r{margin-inline-end:.125em}
:not(.katex-display)>.katex .base{display:inline}
.vlist>span{contain:layout}
.katex a{color:inherit;text-decoration:none}
${brighten()}.math-reference,.statement-reference{white-space:nowrap}
.statement{margin:1.2em 0;padding:0 0 0 1em;border-inline-start:3px solid color-mix(in srgb,currentColor 30%,transparent)}
.statement[data-kind=proof]{border-inline-start-style:dotted}
.statement-head{margin:0 0 .3em}
summary.statement-head{cursor:pointer}
.statement-label{font-weight:700}
.statement-end{float:inline-end}
.math-display:target,.katex .enclosing:target{background:color-mix(in srgb,currentColor 12%,transparent)}
.math-error{color:inherit;background:color-mix(in srgb,#c33 14%,transparent);border-bottom:1px dashed #c33;white-space:pre-wrap;overflow-wrap:anywhere}
@media print{.math-reference[title]::after{content:" [" attr(title) "]"}.katex .math-reference[title]::after{content:none}.math-display{overflow:visible;break-inside:avoid}.math-error{border-bottom-style:solid}}
`;
