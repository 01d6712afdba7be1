/**
 * Loaded before a Node program, counts how it uses the file system: files read and
 * written, looked at, moved, removed, and folders made and listed. Only what lies below
 * $MOJING_COUNT_BELOW counts; the program's own modules do not. The counts are written
 * to $MOJING_COUNT_INTO when the program ends.
 *
 * Unlike times, counts are the same on every machine.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';

const below = resolve(process.env.MOJING_COUNT_BELOW ?? '.') + sep;
const into = process.env.MOJING_COUNT_INTO;

const counts = { read: 0, written: 0, looked: 0, moved: 0, removed: 0, made: 0, listed: 0 };
const readPaths = new Set();

/** Functions of `node:fs`, by what they do to the path that is their first argument. */
const DEEDS = {
  read: ['readFileSync', 'readFile', 'createReadStream'],
  written: ['writeFileSync', 'writeFile', 'appendFileSync', 'createWriteStream'],
  looked: ['statSync', 'lstatSync', 'existsSync', 'accessSync', 'stat', 'lstat'],
  moved: ['renameSync', 'rename'],
  removed: ['unlinkSync', 'rmSync', 'rmdirSync', 'unlink', 'rm'],
  made: ['mkdirSync', 'mkdir'],
  listed: ['readdirSync', 'opendirSync', 'readdir', 'opendir'],
};

/** One function of `node:fs` calls others: only the outermost call counts. */
let depth = 0;

function count(deed, path) {
  if (depth > 0 || (typeof path !== 'string' && !(path instanceof URL))) return;
  const place = resolve(path instanceof URL ? path.pathname : path);
  if (!place.startsWith(below)) return;
  counts[deed]++;
  if (deed === 'read') readPaths.add(place);
}

function wrap(holder, name, deedOf) {
  const original = holder[name];
  holder[name] = function counted(...args) {
    count(deedOf(args), args[0]);
    depth++;
    try {
      return original.apply(this, args);
    } finally {
      depth--;
    }
  };
}

/** `open` is for writing if it may create or change the file. */
function deedOfOpening([, flags]) {
  const writes = fs.constants.O_WRONLY | fs.constants.O_RDWR;
  return (typeof flags === 'number' ? flags & writes : /[wa+]/.test(String(flags ?? 'r'))) ? 'written' : 'read';
}

for (const holder of [fs, fs.promises]) {
  for (const [deed, names] of Object.entries(DEEDS)) {
    for (const name of names) if (typeof holder[name] === 'function') wrap(holder, name, () => deed);
  }
  for (const name of ['openSync', 'open']) if (typeof holder[name] === 'function') wrap(holder, name, deedOfOpening);
}
wrap(fs, 'copyFileSync', () => 'read');
syncBuiltinESMExports();

/** Workers add to what the main thread will write last. */
process.on('exit', () => {
  if (into === undefined) return;
  const own = { ...counts, distinctRead: readPaths.size };
  if (!isMainThread) return fs.writeFileSync(`${into}.${threadId}`, JSON.stringify(own));
  for (let id = 1; fs.existsSync(`${into}.${id}`); id++) {
    const other = JSON.parse(fs.readFileSync(`${into}.${id}`, 'utf8'));
    for (const key of Object.keys(own)) own[key] += other[key];
    fs.unlinkSync(`${into}.${id}`);
  }
  fs.writeFileSync(into, JSON.stringify(own));
});
