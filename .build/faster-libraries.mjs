/**
 * Small changes to libraries, made while the command is bundled: the same results with
 * less work, in places that a build comes through hundreds of thousands of times. A
 * library that no longer has the text to be changed stops the bundling. A test compares
 * what comes out with what the libraries themselves give.
 */
import { readFile } from 'node:fs/promises';

/** Each change is a text, or a pattern, and what stands in its place. */
export const CHANGES = [
  {
    // Published for old engines: each field of each token is set through one function,
    // whose stores fit no shape of object and so are slow. No prototype has setters here.
    file: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/,
    changes: [[/_defineProperty\(\s*this,\s*(?:\/\*\*[^]*?\*\/\s*)?"(\w+)",/g, '(this.$1 =']],
  },
  {
    // Few texts need escapes; sizes and names of properties are few and come again and again.
    file: /katex[\\/]dist[\\/]katex\.mjs$/,
    changes: [
      [
        'var escape = text => String(text).replace(',
        `var MAY_NEED_ESCAPE = /[&><"']/;
var escape = text => !MAY_NEED_ESCAPE.test(text = String(text)) ? text : text.replace(`,
      ],
      [
        'var hyphenate = str => str.replace(uppercase, "-$1").toLowerCase();',
        `var hyphenated = new Map();
var hyphenate = str => {
  var known = hyphenated.get(str);
  if (known === undefined) hyphenated.set(str, known = str.replace(uppercase, "-$1").toLowerCase());
  return known;
};`,
      ],
      [
        `var makeEm = function makeEm(n) {
  return +n.toFixed(4) + "em";
};`,
        `var ems = new Map();
var makeEm = function makeEm(n) {
  var known = ems.get(n);
  if (known !== undefined) return known;
  if (ems.size === 10000) ems.clear();
  ems.set(n, known = +n.toFixed(4) + "em");
  return known;
};`,
      ],
      [
        'return classes.filter(cls => cls).join(" ");',
        `var all = "";
  for (var i = 0; i < classes.length; i++) if (classes[i]) all = all === "" ? classes[i] : all + " " + classes[i];
  return all;`,
      ],
    ],
  },
  {
    file: /highlight\.js[\\/]lib[\\/]core\.js$/,
    changes: [
      // A match has a group for each rule, a hundred and more: they are cut off without being listed.
      [
        'const i = match.findIndex((el, i) => i > 0 && el !== undefined);',
        `let i = 1;
      while (i < match.length && match[i] === undefined) i++;`,
      ],
      [
        `match.splice(0, i);

      return Object.assign(match, matchData);`,
        `const found = match.slice(i);
      found.index = match.index;
      found.input = match.input;
      return Object.assign(found, matchData);`,
      ],
      // One constructor for each mode instead of a shape of object for each time that it begins.
      [
        'top = Object.create(mode, { parent: { value: top } });',
        `let Frame = frames.get(mode);
      if (!Frame) {
        Frame = function (parent) { this.parent = parent; };
        Frame.prototype = mode;
        frames.set(mode, Frame);
      }
      top = new Frame(top);`,
      ],
      [
        'function _highlight(',
        `const frames = new WeakMap();
  function _highlight(`,
      ],
    ],
  },
];

/** The text of a library, changed. Throws if there is nothing to be changed. */
export function changeLibrary(text, changes) {
  return changes.reduce((current, [from, to]) => {
    const changed = typeof from === 'string' ? current.replace(from, () => to) : current.replace(from, to);
    if (changed === current) throw new Error(`a library no longer has this text: ${from}`);
    return changed;
  }, text);
}

export const fasterLibraries = {
  name: 'faster-libraries',
  setup: ({ onLoad }) => {
    for (const { file, changes } of CHANGES)
      onLoad({ filter: file }, async ({ path }) => ({ contents: changeLibrary(await readFile(path, 'utf8'), changes) }));
  },
};
