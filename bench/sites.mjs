/**
 * The sites that are built: laid out anew for each size, put back before each round.
 *
 * Nothing is deleted between builds, only moved aside: after a large deletion ext4 avoids
 * the freed inodes for minutes, and looking for others makes each new folder up to ten
 * times as dear, which would be charged to whoever builds next.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writePictures } from './corpus/pictures.mjs';
import { writeCorpus } from './corpus/write-corpus.mjs';
import { BENCH } from './generators.mjs';

/** What `setup.mjs` has put into a site's folder. */
const INSTALLED = new Set(['node_modules', 'package.json', 'package-lock.json']);

/** Lays out a generator's site with a corpus. What was there before is moved aside, but for installed packages. */
export function layOutSite(generator, { posts, math }) {
  const { folder, layers, settings, content, pictures, stylesheet, flavour } = generator;
  makeCold(generator);
  mkdirSync(folder, { recursive: true });
  for (const place of readdirSync(folder)) if (!INSTALLED.has(place)) moveAside(folder, place);
  for (const [from, to] of layers) cpSync(join(BENCH, from), join(folder, to), { recursive: true });
  if (settings) {
    const file = join(folder, settings.file);
    writeFileSync(file, readFileSync(file, 'utf8').replace(settings.from, settings.to));
  }
  if (stylesheet) {
    mkdirSync(dirname(join(folder, stylesheet)), { recursive: true });
    cpSync(join(BENCH, 'theme/source/css/style.css'), join(folder, stylesheet));
  }
  writePictures(join(folder, pictures), posts);
  writeCorpus(join(folder, content), { posts, math, flavour });
}

/** Takes away the output and all caches, so that the next build is the first. */
export function makeCold({ folder, output, caches }) {
  for (const place of [output, ...caches]) moveAside(folder, place);
}

function moveAside(folder, place) {
  if (!existsSync(join(folder, place))) return;
  const aside = asideOf(folder);
  mkdirSync(aside, { recursive: true });
  renameSync(join(folder, place), join(aside, `${process.pid}-${readdirSync(aside).length}`));
}

function asideOf(folder) {
  return join(dirname(folder), 'aside');
}

/** At the very end: deletes all that was moved aside. */
export function emptyAside(work) {
  rmSync(join(work, 'aside'), { recursive: true, force: true });
}

/** How many files a site has, and how large they are in all. */
export function measureOutput({ folder, output }) {
  const total = { files: 0, bytes: 0 };
  const visit = (place) => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const path = join(place, entry.name);
      if (entry.isDirectory()) visit(path);
      else {
        total.files++;
        total.bytes += statSync(path).size;
      }
    }
  };
  if (existsSync(join(folder, output))) visit(join(folder, output));
  return total;
}

/** The text of a published file; `''` if there is none. */
export function readOutput({ folder, output }, path) {
  const file = join(folder, output, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
