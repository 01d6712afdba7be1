// `-->` and `==>` in a post become → and ⇒. An example of a filter of one's own.

/** @type {import('mojing').Script} */
export default ({ filter }) => {
  // Three points: `markdown` (a post's text), `html` (its HTML), `page` (a whole page).
  // What stands in tags, code and formulas is passed over.
  const skipped = /<(pre|code|script|style|math)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/g;
  const draw = (text) => text.replaceAll('--&gt;', '→').replaceAll('==&gt;', '⇒');
  filter('html', (html) => {
    let drawn = '';
    let from = 0;
    for (const match of html.matchAll(skipped)) {
      drawn += draw(html.slice(from, match.index)) + match[0];
      from = match.index + match[0].length;
    }
    return drawn + draw(html.slice(from));
  });
};
