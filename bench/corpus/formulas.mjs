/**
 * Formulas for a post of the corpus: a run of consecutive ones from one of 71 real posts,
 * so that neighbours resemble each other as they do in life. In 70 % of the posts single
 * letters are swapped consistently, so that the number of distinct formulas keeps growing
 * with the number of posts (35 % of 38,000 at 1,000 posts).
 */
import { readFileSync } from 'node:fs';

const INLINE_A_POST = 30;
const DISPLAYED_A_POST = 8;
const LETTERS = [...'abcijkmnptuvwxyzABCFGHKMNPQSTUWXYZ'];

let documents;

/** The formulas of one post. */
export function chooseFormulas(random) {
  documents ??= JSON.parse(readFileSync(new URL('formulas.json', import.meta.url), 'utf8'));
  const { I: inline, D: displayed } = random.pick(documents);
  const [fromInline, fromDisplayed] = [random.below(inline.length), random.below(displayed.length)];
  const chosen = {
    inline: takeRun(inline, fromInline, INLINE_A_POST),
    displayed: takeRun(displayed, fromDisplayed, DISPLAYED_A_POST),
  };
  const rename = random.next() < 0.7 ? createRenaming(random) : (tex) => tex;
  const prepare = (tex) => calm(rename(tex));
  return { inline: chosen.inline.map(prepare), displayed: chosen.displayed.map(prepare) };
}

function takeRun(list, from, count) {
  return Array.from({ length: count }, (_, n) => list[(from + n) % list.length]);
}

/** Swaps letters, but neither in commands nor in what names an alphabet; in formulas with words only indices. */
function createRenaming(random) {
  const shuffled = [...LETTERS];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]];
  }
  const names = new Map(LETTERS.map((letter, n) => [letter, shuffled[n]]));
  const rename = (letter) => names.get(letter) ?? letter;
  return (tex) =>
    /\\(text|begin|operatorname|mathrm|color|hspace|vspace|kern|tag|mbox|textbf|textit|href|url)/.test(tex)
      ? tex.replace(/(_\{?|\^\{?)([ijkmnt])\b/g, (_whole, before, letter) => before + rename(letter))
      : tex.replace(/\\math(?:cal|bb|frak|scr)\s*\{[^}]*\}|\\[a-zA-Z]+|\\.|[a-zA-Z]/g, (part) =>
          part.length > 1 ? part : rename(part),
        );
}

/** Hexo would read `{{`, `{%` and `{#` as templates. */
function calm(tex) {
  return tex.replace(/\{(?=[{%#])/g, '{ ').replace(/([}%#])(?=\})/g, '$1 ');
}
