/** What is shown of a hit. */
import { DENSE, RUN } from './search-engine.js';

const LETTER = '[\\p{L}\\p{N}\\p{M}]';

/** A folded text, and for each of its units where it came from. */
function foldInPlace(text, fold) {
  let plain = '';
  const places = [];
  for (const { 0: part, index: at } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const folded = fold(part);
    plain += folded;
    for (let unit = 0; unit < folded.length; unit++) places.push([at, at + part.length]);
  }
  return { plain, places };
}

function exchange({ plain, places }, words) {
  const list = words.split(' ');
  const pairs = new Map(list.flatMap((from, at) => (at % 2 ? [] : [[from, list[at + 1]]])));
  const other = { plain: '', places: [] };
  let kept = 0;
  const keep = (end) => {
    other.plain += plain.slice(kept, end);
    other.places = other.places.concat(places.slice(kept, end));
  };
  for (const { 0: from, index: start } of plain.matchAll(new RegExp([...pairs.keys()].join('|'), 'g'))) {
    const [to, end] = [pairs.get(from), start + from.length];
    keep(start);
    other.plain += to;
    for (let unit = 0; unit < to.length; unit++) other.places.push([places[start][0], places[end - 1][1]]);
    kept = end;
  }
  keep();
  return other;
}

/** A text as it stands, and with other words. */
function readVersions(text, [sure, others], fold) {
  const own = foldInPlace(text, fold);
  return [own, ...[sure, `${sure} ${others}`.trim()].filter(Boolean).map((words) => exchange(own, words))];
}

/** Between runs only marks may stand; a word is found from its beginning on. */
function createPattern(piece) {
  const runs = piece.match(RUN).map((run) => run.replace(/[+]/g, '\\$&'));
  const start = DENSE.test(runs[0]) ? '' : `(?<!(?!${DENSE.source})${LETTER})`;
  return new RegExp(start + runs.join(`(?:(?!${LETTER})[^\\n])*`), 'gu');
}

function findRanges(versions, piece) {
  for (const { plain, places } of versions) {
    const ranges = [...plain.matchAll(createPattern(piece))].map(({ 0: found, index: at }) => [
      places[at][0],
      places[at + found.length - 1][1],
    ]);
    if (ranges.length > 0) return ranges;
  }
  return [];
}

/** A passage and the title in parts, every second one found; `isThere`: the post has all pieces. */
export async function readPassage({ readText, fold }, post, pieces) {
  const [title, tags, headings, text, ...words] = await readText(post);
  const places = [text, title, ...tags, ...headings].map((part) => readVersions(part, words, fold));
  const isThere = pieces.every((piece) => places.some((place) => findRanges(place, piece).length > 0));
  const [inText, inTitle] = places.map((place) => pieces.flatMap((piece) => findRanges(place, piece)));
  return { isThere, parts: cutPassage(text, inText), title: markParts(title, inTitle) };
}

/** A stretch of text around the place where most is found. */
function cutPassage(text, ranges, length = 110) {
  const count = (from) => ranges.filter(([start, end]) => start >= from && end <= from + length * 0.7).length;
  const [at = 0] = ranges.reduce((best, range) => (count(range[0]) > count(best[0]) ? range : best), ranges[0] ?? []);
  const back = text.slice(Math.max(0, at - length * 0.3), at);
  const start = at - back.length + (/^[\s\S]*[\n。！？!?；;]/.exec(back)?.[0].length ?? 0);
  let end = Math.min(text.length, start + length);
  if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1])) end--;
  const parts = markParts(text, ranges, start, end);
  if (start > 0 && !/[\n。！？!?；;]/.test(text[start - 1])) parts[0] = `…${parts[0]}`;
  if (end < text.length) parts[parts.length - 1] += '…';
  return parts;
}

function markParts(text, ranges, start = 0, end = text.length) {
  const parts = [];
  let kept = start;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from < kept || to > end) continue;
    parts.push(text.slice(kept, from), text.slice(from, to));
    kept = to;
  }
  return [...parts, text.slice(kept, end)];
}
