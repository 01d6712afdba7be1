/**
 * Forms that MathJax reads and KaTeX refuses: columns of arrays as MathType and LaTeX
 * write them, and colours by their parts.
 */

const GROUP = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`;
const ARRAY = new RegExp(String.raw`(\\begin\s*\{d?array\}\s*(?:\[[^\]]*\]\s*)?)(${GROUP})`, 'g');
const REPEATED = /\*\s*\{\s*(\d{1,2})\s*\}\s*\{([^{}]*)\}/g;
/** Columns of a width, and what stands between columns. */
const WIDE = new RegExp(String.raw`[pmb]\s*${GROUP}`, 'g');
const BETWEEN = new RegExp(String.raw`[@!<>]\s*${GROUP}`, 'g');

/** `{*{20}{c}}`, `{@{}l@{\quad}r}`, `{p{2cm}l}`, `{**lr**}`: of the columns MathJax reads `c`, `l`, `r`, `|` and `:` (`array` of its TeX input). */
export function mendColumns(tex: string): string {
  return tex.replace(ARRAY, (_whole, head: string, columns: string) => `${head}{${readColumns(columns.slice(1, -1))}}`);
}

function readColumns(written: string): string {
  const columns = written
    .replace(REPEATED, (_whole, count: string, column: string) => column.repeat(Number(count)))
    .replace(WIDE, 'l')
    .replace(BETWEEN, '')
    .replace(/[LCR]/g, (letter) => letter.toLowerCase())
    .replace(/[^clr|:]/g, '');
  return columns === '' ? 'c' : columns;
}

const COLOUR = /\\(color|textcolor|colorbox)\s*\[\s*(rgb|RGB|HTML|gray)\s*\]\s*\{([^{}]*)\}/g;
const CSS_COLOUR = /\\(color|textcolor|colorbox)\s*\{\s*rgb\(([^(){}]*)\)\s*\}/g;

/** `\color[rgb]{1,0,0}`, `\textcolor[RGB]{255,0,0}{x}`, `\color{rgb(255,0,0)}` → `#ff0000`. */
export function mendColours(tex: string): string {
  return tex
    .replace(COLOUR, (whole, command: string, model: string, parts: string) => {
      const colour = readColour(model, parts);
      return colour === undefined ? whole : `\\${command}{${colour}}`;
    })
    .replace(CSS_COLOUR, (whole, command: string, parts: string) => {
      const colour = readColour('RGB', parts);
      return colour === undefined ? whole : `\\${command}{${colour}}`;
    });
}

function readColour(model: string, written: string): string | undefined {
  if (model === 'HTML') return /^\s*[\da-f]{6}\s*$/i.test(written) ? `#${written.trim()}` : undefined;
  const scale = model === 'RGB' ? 1 : 255;
  const numbers = written.split(',').map(Number);
  const [red, green = red, blue = red] = numbers;
  const isWhole = numbers.length === (model === 'gray' ? 1 : 3) && numbers.every((part) => part >= 0);
  if (!isWhole || red === undefined || green === undefined || blue === undefined) return undefined;
  const digits = [red, green, blue].map((part) =>
    Math.min(255, Math.round(part * scale))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}
