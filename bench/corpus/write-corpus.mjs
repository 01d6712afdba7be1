/**
 * The corpus: any number of posts, the same on every machine. Two runs with the same
 * arguments give the same bytes, and each generator gets the same texts.
 *
 * By itself: node bench/corpus/write-corpus.mjs FOLDER [POSTS] [none|heavy] [hexo|hugo|eleventy|astro]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseFormulas } from './formulas.mjs';
import { drawFrontMatter } from './front-matter.mjs';
import { createRandom, createZipf } from './random.mjs';
import { ADJECTIVES, CATEGORIES, ENGLISH, NOUNS, TAGS, VERBS } from './words.mjs';
import { writeBody } from './write-body.mjs';

const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 3652;
const chooseTag = createZipf(TAGS.length);

/** Writes `posts` posts into `folder`, as `post-0.md`, `post-1.md` and so on, oldest first. */
export function writeCorpus(folder, { posts, math, flavour }) {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < posts; number++) {
    writeFileSync(join(folder, `post-${number}.md`), writePost({ number, posts, math, flavour }));
  }
}

function writePost({ number, posts, math, flavour }) {
  const random = createRandom((1000003 + number * 7919) | 0);
  const formulas = math === 'heavy' ? chooseFormulas(random) : { inline: [], displayed: [] };
  const moreMark = flavour === 'hugo' ? '<!--more-->' : '<!-- more -->';
  const body = writeBody({ random, formulas, number, moreMark });
  const facts = {
    title: nameIt(random, number),
    ...chooseTime(random, number, posts),
    categories: chooseCategories(random),
    tags: chooseTags(random),
    hasMath: formulas.inline.length > 0,
    slug: `post-${number}`,
  };
  return drawFrontMatter(facts, flavour) + body;
}

function nameIt(random, number) {
  const subject = `${random.pick(VERBS)}${random.pick(ADJECTIVES)}${random.pick(NOUNS)}`;
  return `${subject}：${random.pick(ENGLISH)} ${random.pick(NOUNS)}笔记 ${number + 1}`;
}

/** Ten years, evenly: the posts' order is that of their numbers. */
function chooseTime(random, number, posts) {
  const seconds = Math.floor(((number + random.next()) / posts) * DAYS * 86400);
  const [date, time] = new Date(FIRST_DAY + seconds * 1000).toISOString().split(/[T.]/);
  return { date, time };
}

function chooseCategories(random) {
  const first = random.pick(CATEGORIES);
  if (random.next() >= 0.3) return [first];
  const second = random.pick(CATEGORIES);
  return second[0] === first[0] ? [first] : [first, second];
}

function chooseTags(random) {
  const count = 2 + random.below(4);
  const tags = new Set();
  while (tags.size < count) tags.add(TAGS[chooseTag(random)]);
  return [...tags];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, posts = '100', math = 'none', flavour = 'hexo'] = process.argv.slice(2);
  if (!folder) throw new Error('Which folder? node bench/corpus/write-corpus.mjs FOLDER [POSTS] [MATH] [FLAVOUR]');
  writeCorpus(folder, { posts: Number(posts), math, flavour });
}
