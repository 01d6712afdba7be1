/**
 * Finds posts in the index of `search/`: folds what is typed, loads the shards its terms
 * lie in, and says which posts have them and where. It knows nothing of the page.
 */

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u;
const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー])[\p{L}\p{N}\p{M}])+(?:(?<=[a-z])(?:\+\+|#))?/gu;
const LONGEST = 40;
const [TITLE, TAG, HEADING, OTHER_WORD] = [16, 8, 4, 32];

/** FNV-1a, mixed once more: the hash of the index. */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

const bits = (value, width) => value.toString(2).padStart(width, '0');

/** The leaves of a tree by their leading bits: `1` is a node, `0` a leaf, `2` an empty one. */
function readTree(shape) {
  const leaves = [];
  let at = 0;
  const walk = (path) => {
    const sign = shape[at++];
    if (sign === '0') leaves.push(path);
    if (sign !== '1') return;
    walk(`${path}0`);
    walk(`${path}1`);
  };
  walk('');
  return leaves;
}

const nameLeaf = (path) => Number.parseInt(`1${path}`, 2).toString(36);

/** The leaves below a path, or the one above it. */
const findLeaves = (leaves, path) => leaves.filter((leaf) => leaf.startsWith(path) || path.startsWith(leaf));

function readPostings(text) {
  const postings = [];
  const digit = (at) => text.charCodeAt(at) - (text.charCodeAt(at) < 92 ? 40 : 41);
  let post = -1;
  for (let at = 0; at < text.length; ) {
    let [value, shift] = [0, 0];
    for (; digit(at) >= 32; at++, shift += 5) value += (digit(at) - 32) << shift;
    value += digit(at++) << shift;
    post += (value >> 1) + 1;
    const beside = digit(at++);
    postings.push({ post, beside, weight: value & 1 ? digit(at++) : 0 });
  }
  return postings;
}

/**
 * Opens the index. `load(name)` gives the text of one of its files.
 *
 * @returns {Promise<{search, readCard, readPassage}>}
 */
export async function openIndex(load) {
  const index = JSON.parse(await load('index.json'));
  const folds = new Map([['ς', 'σ']]);
  const pairs = [...index.fold];
  for (let at = 0; at < pairs.length; at += 2) folds.set(pairs[at], pairs[at + 1]);
  const trees = { terms: readTree(index.terms), texts: readTree(index.texts) };
  const files = new Map();
  const loadOnce = (name, read) => {
    if (!files.has(name)) {
      const loading = load(`${name}?v=${index.version}`).then(read);
      loading.catch(() => files.delete(name));
      files.set(name, loading);
    }
    return files.get(name);
  };

  function fold(text) {
    const plain = text
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC');
    return [...plain].map((char) => folds.get(char) ?? char).join('');
  }

  const readShard = (text) =>
    new Map(
      text.split('\n').flatMap((line) => {
        const [head, entries = ''] = line.split('\t');
        const parts = entries.split(' ');
        return parts.flatMap((rest, at) => (at % 2 ? [] : [[head + rest, parts[at + 1] ?? '']]));
      }),
    );

  /** The postings of a term, or of all that begin with it, as one map by post. */
  async function lookUp({ term, prefix }) {
    const dense = DENSE.test(term);
    const head = dense ? String.fromCodePoint(term.codePointAt(0)) : term.slice(0, 2);
    const rest = [...term.slice(head.length)];
    let path = bits(hash(head) >>> 16, 16);
    for (const unit of prefix ? rest.slice(0, 2) : [rest[0], rest[1]])
      path += bits(unit === undefined ? 0 : hash(unit) >>> 24, 8);
    const shards = await Promise.all(
      findLeaves(trees.terms, path).map((leaf) => loadOnce(`terms/${nameLeaf(leaf)}.txt`, readShard)),
    );
    const found = new Map();
    for (const shard of shards) {
      for (const [known, postings] of shard) {
        if (prefix ? !known.startsWith(term) : known !== term) continue;
        for (const posting of readPostings(postings)) {
          const { post, beside, weight } = posting;
          const near = known === term || dense ? 1 : 0.6;
          const other = found.get(post);
          if (!other) found.set(post, { beside, weight, near });
          else {
            const sure = other.weight & weight & OTHER_WORD;
            other.beside |= beside;
            other.weight = ((other.weight | weight) & ~OTHER_WORD) | sure;
            other.near = Math.max(other.near, near);
          }
        }
      }
    }
    return found;
  }

  /** What has to be asked of the index for a piece of a query, whose terms stand side by side. */
  function listTerms(piece) {
    const runs = [...piece.matchAll(RUN)].map(([text]) =>
      DENSE.test(text) ? { dense: true, units: [...text] } : { text: text.slice(0, LONGEST) },
    );
    const first = (run) => (run.dense ? run.units[0] : run.text.slice(0, 2));
    const last = (run) => (run.dense ? run.units.at(-1) : run.text);
    const before = (unit) => (unit === undefined ? 0 : 1 << (hash(unit) % 3));
    const after = (unit, isWhole = true) => (unit === undefined || !isWhole ? 0 : 8 << (hash(unit) % 3));
    return runs.flatMap((run, index) => {
      const [left, right] = [runs[index - 1], runs[index + 1]];
      const isLast = right === undefined;
      const nextIsWhole = right?.dense || right?.text.length > 1 || index + 1 < runs.length - 1;
      const sides = { left: left && last(left), right: right && first(right), nextIsWhole };
      if (!run.dense)
        return [
          {
            term: run.text,
            prefix: isLast && run.text.length > 1,
            beside: before(sides.left) | after(sides.right, nextIsWhole),
          },
        ];
      const { units } = run;
      if (units.length === 1)
        return [{ term: units[0], prefix: isLast, beside: before(sides.left) | after(sides.right, nextIsWhole) }];
      const starts = [...units.keys()].filter((at) => at % 2 === 0 && at + 1 < units.length);
      if (units.length % 2) starts.push(units.length - 2);
      return starts.map((at) => ({
        term: units[at] + units[at + 1],
        beside:
          before(at > 0 ? units[at - 1] : sides.left) |
          (at + 2 < units.length ? after(units[at + 2]) : after(sides.right, nextIsWhole)),
      }));
    });
  }

  /** The parts of a query: parted by spaces, but words of Latin letters in a row are one. */
  function readQuery(query) {
    const words = fold(query)
      .split(/\s+/)
      .filter((word) => word.match(RUN));
    const phrases = [];
    for (const word of words) {
      const isLatin = !DENSE.test(word);
      const row = phrases.at(-1);
      if (isLatin && row?.isLatin) row.words.push(word);
      else phrases.push({ isLatin, words: [word] });
    }
    return { words, phrases: phrases.map((row) => row.words.join(' ')) };
  }

  /** The posts that have all pieces, and how good a hit each is. */
  async function match(pieces, { apart = false, otherWords = false } = {}) {
    const terms = pieces.flatMap(listTerms);
    const lists = await Promise.all(terms.map(lookUp));
    const scores = new Map();
    const [rarest] = [...lists].sort((a, b) => a.size - b.size);
    for (const post of rarest?.keys() ?? []) {
      let [score, inTitle] = [0, true];
      for (const [at, list] of lists.entries()) {
        const found = list.get(post);
        const { beside } = terms[at];
        const isThere = found && (otherWords || !(found.weight & OTHER_WORD));
        if (!isThere || (!otherWords && !apart && (found.beside & beside) !== beside)) {
          score = Number.NaN;
          break;
        }
        const { weight, near } = found;
        const rarity = Math.log(1 + index.posts / list.size);
        const worth =
          1 + (weight & 3) * 0.4 + (weight & HEADING ? 2 : 0) + (weight & TAG ? 3 : 0) + (weight & TITLE ? 6 : 0);
        score += rarity * worth * near;
        inTitle &&= (weight & TITLE) > 0;
      }
      if (!Number.isNaN(score)) scores.set(post, inTitle ? score * 2 : score);
    }
    return scores;
  }

  const order = (scores) => [...scores].sort(([a, x], [b, y]) => y - x || b - a).map(([post]) => post);

  /**
   * Posts for a query, the best first. `more` are those that have its words apart, or other
   * words for the same; if nothing else is found they are the hits.
   */
  async function search(query) {
    const { words, phrases } = readQuery(query);
    if (words.length === 0) return { hits: [], more: [], pieces: [] };
    const rows = [
      [phrases, {}],
      [words, {}],
      [words, { otherWords: true }],
    ];
    const found = [];
    for (const [pieces, options] of rows) {
      const scores = await match(pieces, options);
      for (const known of found) for (const post of known.posts) scores.delete(post);
      found.push({ posts: order(scores), pieces });
    }
    const full = found.findIndex(({ posts }) => posts.length > 0);
    if (full < 0) return { hits: [], more: [], pieces: words };
    return {
      hits: found[full].posts,
      more: found.slice(full + 1).flatMap(({ posts }) => posts),
      pieces: full === 0 ? phrases : words,
      sure: full < 2,
    };
  }

  /** A post's title, address, date and tags. */
  async function readCard(post) {
    const cards = await loadOnce(`cards/${Math.floor(post / index.cards)}.json`, JSON.parse);
    const [title, url, date, tags] = cards[post % index.cards];
    return { title, url, date, tags };
  }

  /** Folded text in which marks are spaces, and for each of its units where it came from. */
  function plainOf(text) {
    let plain = '';
    const places = [];
    for (const { 0: part, index: at } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
      const folded = fold(part);
      const own = folded.match(/[\p{L}\p{N}\p{M}+#ー]/u) ? folded : ' ';
      if (own === ' ' && plain.endsWith(' ')) continue;
      plain += own;
      for (let unit = 0; unit < own.length; unit++) places.push([at, at + part.length]);
    }
    return { plain, places };
  }

  /** The same with other words in place of some. */
  function exchange({ plain, places }, words) {
    const parts = words.split(' ');
    if (words === '') return undefined;
    const pairs = new Map(parts.flatMap((from, at) => (at % 2 ? [] : [[from, parts[at + 1]]])));
    const other = { plain: '', places: [] };
    let kept = 0;
    for (const found of plain.matchAll(new RegExp([...pairs.keys()].join('|'), 'g'))) {
      const to = pairs.get(found[0]);
      const [start, end] = [found.index, found.index + found[0].length];
      other.plain += plain.slice(kept, start) + to;
      other.places.push(...places.slice(kept, start));
      for (let unit = 0; unit < to.length; unit++) other.places.push([places[start][0], places[end - 1][1]]);
      kept = end;
    }
    other.plain += plain.slice(kept);
    other.places.push(...places.slice(kept));
    return other;
  }

  /** Where a piece stands in a text: ranges of the text as it was written. */
  function findRanges(versions, piece) {
    const wanted = plainOf(piece).plain.trim();
    for (const version of versions) {
      const ranges = [];
      if (!version || wanted === '') continue;
      const { plain, places } = version;
      const isWord = !DENSE.test(wanted[0]);
      for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
        if (isWord && /[\p{L}\p{N}]/u.test(plain[at - 1] ?? ' ') && !DENSE.test(plain[at - 1])) continue;
        ranges.push([places[at][0], places[at + wanted.length - 1][1]]);
      }
      if (ranges.length > 0) return ranges;
    }
    return [];
  }

  /**
   * The passage of a post in which the pieces of a query stand: parts of its text, every
   * second one of them found. `isThere` is whether each piece is in the post at all.
   */
  async function readPassage(post, pieces, length = 110) {
    const [leaf] = findLeaves(trees.texts, bits(post, 20));
    const shard = await loadOnce(`texts/${nameLeaf(leaf)}.json`, JSON.parse);
    const [title, tags, headings, text, sure, others] = shard[post];
    const versionsOf = (part) => {
      const own = plainOf(part);
      return [own, exchange(own, sure), exchange(own, [sure, others].filter(Boolean).join(' '))];
    };
    const versions = versionsOf(text);
    const found = pieces.map((piece) => findRanges(versions, piece));
    const beyond = [title, ...tags, ...headings].map(versionsOf);
    const isThere = pieces.every(
      (piece, at) => found[at].length > 0 || beyond.some((part) => findRanges(part, piece).length > 0),
    );
    return {
      isThere,
      parts: cutPassage(
        text,
        found.flat().sort(([a], [b]) => a - b),
        length,
      ),
    };
  }

  return { search, readCard, readPassage, fold };
}

/** A stretch of the text around the place where most is found. */
function cutPassage(text, ranges, length) {
  const count = (from) => ranges.filter(([start, end]) => start >= from && end <= from + length * 0.7).length;
  const [at = 0] = ranges.reduce((best, range) => (count(range[0]) > count(best[0]) ? range : best), ranges[0] ?? []);
  const back = text.slice(Math.max(0, at - length * 0.3), at);
  const start = at - back.length + (/^[\s\S]*[\n。！？!?；;]/.exec(back)?.[0].length ?? 0);
  let end = Math.min(text.length, start + length);
  if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1])) end--;
  const parts = [];
  let kept = start;
  for (const [from, to] of ranges) {
    if (from < kept || to > end) continue;
    parts.push(text.slice(kept, from), text.slice(from, to));
    kept = to;
  }
  parts.push(text.slice(kept, end));
  if (start > 0 && text[start - 1] !== '\n') parts[0] = `…${parts[0]}`;
  if (end < text.length) parts[parts.length - 1] += '…';
  return parts;
}
