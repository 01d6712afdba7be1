/** Finds posts in the index of `search/`. */
const SCRIPTS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}ー';
export const DENSE = new RegExp(`[${SCRIPTS}]`, 'u');
export const RUN = new RegExp(
  `[${SCRIPTS}]+|(?:(?![${SCRIPTS}])[\\p{L}\\p{N}\\p{M}])+(?:(?<=[a-z])(?:\\+\\+|#))?`,
  'gu',
);
const LONGEST = 40;

function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

const bits = (value, width) => value.toString(2).padStart(width, '0');

/** The leaves of a tree: `1` is a node, `0` a leaf, `2` an empty one. */
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

const findLeaves = (leaves, path) => leaves.filter((leaf) => leaf.startsWith(path) || path.startsWith(leaf));

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

function readShard(text) {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [head, entries = ''] = line.split('\t');
      const parts = entries.split(' ');
      return parts.flatMap((rest, at) => (at % 2 ? [] : [[head + rest, parts[at + 1] ?? '']]));
    }),
  );
}

const [TITLE, TAG, HEADING, OTHER_WORD] = [16, 8, 4, 32];

/** Opens the index; `load(name)` gives one of its files. */
export async function openIndex(load) {
  const { version, posts, cards, terms, texts, fold } = JSON.parse(await load('index.json'));
  const files = new Map();
  const loadOnce = (name, read) => {
    if (!files.has(name)) {
      const loading = load(`${name}?v=${version}`).then(read);
      loading.catch(() => files.delete(name));
      files.set(name, loading);
    }
    return files.get(name);
  };
  const index = { posts, cards, terms: readTree(terms), texts: readTree(texts), fold: createFold(fold), loadOnce };
  return {
    search: (query) => search(index, query),
    readCard: (post) => readCard(index, post),
    readText: (post) => readText(index, post),
    fold: index.fold,
  };
}

function createFold(pairs) {
  const folds = new Map([['ς', 'σ']]);
  const chars = [...pairs];
  for (let at = 0; at < chars.length; at += 2) folds.set(chars[at], chars[at + 1]);
  return (text) => {
    const plain = text
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC');
    return [...plain].map((char) => folds.get(char) ?? char).join('');
  };
}

function findPath({ term, prefix }) {
  const head = DENSE.test(term) ? String.fromCodePoint(term.codePointAt(0)) : term.slice(0, 2);
  const [first, second] = term.slice(head.length);
  const rest = [first, second].filter((unit) => unit !== undefined || !prefix);
  return bits(hash(head) >>> 16, 16) + rest.map((unit) => bits(unit ? hash(unit) >>> 24 : 0, 8)).join('');
}

/** How a term, or all that begin with it, stands in its posts. */
async function lookUp({ terms, loadOnce }, wanted) {
  const { term, prefix, follower } = wanted;
  const leaves = findLeaves(terms, findPath(wanted));
  const shards = await Promise.all(leaves.map((leaf) => loadOnce(`terms/${nameLeaf(leaf)}.txt`, readShard)));
  const found = new Map();
  for (const [known, postings] of shards.flatMap((shard) => [...shard])) {
    if (prefix ? !known.startsWith(term) : known !== term) continue;
    const near = known === term || DENSE.test(term) ? 1 : 0.6;
    for (const { post, followers, weight } of readPostings(postings)) {
      const other = found.get(post);
      const sure = (other?.weight ?? weight) & weight & OTHER_WORD;
      found.set(post, {
        follows: follower === undefined || followers.includes(follower) || other?.follows,
        weight: (((other?.weight ?? 0) | weight) & ~OTHER_WORD) | sure,
        near: Math.max(near, other?.near ?? 0),
      });
    }
  }
  return found;
}

/** The terms of a piece. A pair and its follower are three characters: the last pair need not be asked for. */
function listTerms(piece) {
  const runs = [...piece.matchAll(RUN)].map(([text]) =>
    DENSE.test(text) ? { dense: true, units: [...text] } : { units: [text.slice(0, LONGEST)] },
  );
  const number = (unit) => (unit === undefined ? undefined : hash(unit) % FOLLOWERS);
  return runs.flatMap(({ dense, units }, index) => {
    const next = runs[index + 1];
    const begins = next?.dense ? next.units[0] : next?.units[0].slice(0, 2);
    // A word may still be without its second letter.
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

/** Spaces part a query, but Latin words in a row are one phrase. */
function readQuery({ fold }, query) {
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

/** How good a hit a post is; 0 if it is none. */
function rate(lists, post, { all, otherWords }) {
  let [score, inTitle, others] = [0, true, 0];
  for (const list of lists) {
    const { follows, weight, near } = list.get(post) ?? {};
    if (weight === undefined || (!otherWords && (weight & OTHER_WORD || !follows))) return 0;
    const worth =
      1 + (weight & 3) * 0.4 + (weight & HEADING ? 2 : 0) + (weight & TAG ? 3 : 0) + (weight & TITLE ? 6 : 0);
    score += Math.log(1 + all / list.size) * worth * near;
    inTitle &&= (weight & TITLE) > 0;
    others |= weight & OTHER_WORD;
  }
  if (others > 0 !== otherWords) return 0;
  return inTitle ? score * 2 : score;
}

async function match(index, pieces, otherWords) {
  const lists = await Promise.all(pieces.flatMap(listTerms).map((term) => lookUp(index, term)));
  const [rarest] = [...lists].sort((a, b) => a.size - b.size);
  return [...rarest.keys()]
    .map((post) => [post, rate(lists, post, { all: index.posts, otherWords })])
    .filter(([, score]) => score > 0)
    .sort(([a, x], [b, y]) => y - x || b - a)
    .map(([post]) => post);
}

/** Posts, the best first; `more` have the words apart, or other words, and are the hits if there are no others. */
async function search(index, query) {
  const { words, phrases } = readQuery(index, query);
  if (words.length === 0) return { hits: [], more: [], pieces: [] };
  const known = new Set();
  const found = [];
  for (const [pieces, otherWords] of [
    [phrases, false],
    [words, false],
    [words, true],
  ]) {
    const posts = (await match(index, pieces, otherWords)).filter((post) => !known.has(post));
    for (const post of posts) known.add(post);
    found.push(posts);
  }
  const full = found.findIndex((posts) => posts.length > 0);
  if (full < 0) return { hits: [], more: [], pieces: words };
  const pieces = full === 0 ? phrases : words;
  return { hits: found[full], more: found.slice(full + 1).flat(), pieces, sure: full < 2, near: full > 0 };
}

async function readCard({ cards, loadOnce }, post) {
  const block = await loadOnce(`cards/${Math.floor(post / cards)}.json`, JSON.parse);
  const [title, url, date, tags] = block[post % cards];
  return { title, url, date, tags };
}

async function readText({ texts, loadOnce }, post) {
  const [leaf] = findLeaves(texts, bits(post, 20));
  return (await loadOnce(`texts/${nameLeaf(leaf)}.json`, JSON.parse))[post];
}
