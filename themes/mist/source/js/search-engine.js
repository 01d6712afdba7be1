/** Finds posts in the index of `search/`. It knows nothing of the page. */

const SCRIPTS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}ー';
const DENSE = new RegExp(`[${SCRIPTS}]`, 'u');
const RUN = new RegExp(`[${SCRIPTS}]+|(?:(?![${SCRIPTS}])[\\p{L}\\p{N}\\p{M}])+(?:(?<=[a-z])(?:\\+\\+|#))?`, 'gu');
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

/** What follows a term is one of so many numbers. */
const FOLLOWERS = 45 * 90;

function* readPostings(text) {
  const digit = (at) => text.charCodeAt(at) - (text.charCodeAt(at) < 92 ? 35 : 36);
  let post = -1;
  for (let at = 0; at < text.length; ) {
    let [value, place] = [0, 1];
    for (; digit(at) >= 45; at++, place *= 45) value += (digit(at) - 45) * place;
    value += digit(at++) * place;
    post += Math.floor(value / 4) + 1;
    const followers = [];
    for (let more = value & 2; more; at += 2) {
      more = digit(at) >= 45;
      followers.push((digit(at) % 45) * 90 + digit(at + 1));
    }
    yield { post, followers, weight: value & 1 ? digit(at++) : 0 };
  }
}

/** Opens the index. `load(name)` gives the text of one of its files. */
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

  /** How a term, or all that begin with it, stands in the posts that have it: followed as asked, and how heavily. */
  async function lookUp({ term, prefix, follower }) {
    const dense = DENSE.test(term);
    const head = dense ? String.fromCodePoint(term.codePointAt(0)) : term.slice(0, 2);
    const [first, second] = term.slice(head.length);
    let path = bits(hash(head) >>> 16, 16);
    for (const unit of [first, second])
      if (unit !== undefined || !prefix) path += bits(unit === undefined ? 0 : hash(unit) >>> 24, 8);
    const shards = await Promise.all(
      findLeaves(trees.terms, path).map((leaf) => loadOnce(`terms/${nameLeaf(leaf)}.txt`, readShard)),
    );
    const found = new Map();
    const wanted = shards
      .flatMap((shard) => [...shard])
      .filter(([known]) => (prefix ? known.startsWith(term) : known === term));
    for (const [known, postings] of wanted) {
      const near = known === term || dense ? 1 : 0.6;
      for (const { post, followers, weight } of readPostings(postings)) {
        const follows = follower === undefined || followers.includes(follower);
        const other = found.get(post);
        const sure = other ? other.weight & weight & OTHER_WORD : weight & OTHER_WORD;
        found.set(post, {
          follows: follows || other?.follows,
          weight: (((other?.weight ?? 0) | weight) & ~OTHER_WORD) | sure,
          near: Math.max(near, other?.near ?? 0),
        });
      }
    }
    return found;
  }

  /**
   * What has to be asked of the index for a piece of a query, whose terms stand side by
   * side. A pair and what follows it are three characters, so that the last pair need not
   * be asked for.
   */
  function listTerms(piece) {
    const runs = [...piece.matchAll(RUN)].map(([text]) =>
      DENSE.test(text) ? { dense: true, units: [...text] } : { units: [text.slice(0, LONGEST)] },
    );
    const number = (unit) => (unit === undefined ? undefined : hash(unit) % FOLLOWERS);
    return runs.flatMap(({ dense, units }, index) => {
      const next = runs[index + 1];
      const begins = next?.dense ? next.units[0] : next?.units[0].slice(0, 2);
      // Of a word that is still being typed the second letter may be missing.
      const follower = next && !next.dense && begins.length < 2 && !runs[index + 2] ? undefined : number(begins);
      const isLast = next === undefined;
      if (units.length === 1) return [{ term: units[0], prefix: isLast && (dense || units[0].length > 1), follower }];
      if (units.length === 2 && isLast) return [{ term: units.join('') }];
      const ends = units.length - (isLast ? 2 : 0);
      return [...units.keys()].slice(0, ends).map((at) => ({
        term: units[at] + (units[at + 1] ?? ''),
        follower: at + 2 < units.length ? number(units[at + 2]) : follower,
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
  async function match(pieces, otherWords) {
    const terms = pieces.flatMap(listTerms);
    const lists = await Promise.all(terms.map(lookUp));
    const scores = new Map();
    const [rarest] = [...lists].sort((a, b) => a.size - b.size);
    for (const post of rarest?.keys() ?? []) {
      let [score, inTitle, isOther] = [0, true, false];
      for (const list of lists) {
        const { follows, weight, near } = list.get(post) ?? {};
        const other = weight & OTHER_WORD;
        if (weight === undefined || (!otherWords && (other || !follows))) {
          score = Number.NaN;
          break;
        }
        isOther ||= other > 0;
        const rarity = Math.log(1 + index.posts / list.size);
        const worth =
          1 + (weight & 3) * 0.4 + (weight & HEADING ? 2 : 0) + (weight & TAG ? 3 : 0) + (weight & TITLE ? 6 : 0);
        score += rarity * worth * near;
        inTitle &&= (weight & TITLE) > 0;
      }
      if (score > 0 && isOther === otherWords) scores.set(post, inTitle ? score * 2 : score);
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
    const found = [];
    for (const [pieces, otherWords] of [
      [phrases, false],
      [words, false],
      [words, true],
    ]) {
      const scores = await match(pieces, otherWords);
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
      near: full > 0,
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

  /** Where a piece stands in a text, as it was written. */
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
   * The passage of a post in which the pieces of a query stand, in parts. `isThere` is
   * whether each piece is in the post at all.
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
    const inTitle = pieces.flatMap((piece) => findRanges(versionsOf(title), piece));
    return { isThere, parts: cutPassage(text, found.flat(), length), title: markParts(title, inTitle) };
  }

  return { search, readCard, readPassage };
}

/** A stretch of the text around the place where most is found. */
function cutPassage(text, ranges, length) {
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

/** A text in parts, every second one found. */
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
