/**
 * Sets up the peers in a folder of their own: $MOJING_BENCH, or mojing-bench in the
 * system's folder for temporary files. Takes about two minutes; may be run again.
 *
 *   node bench/setup.mjs [hexo hexo-next eleventy astro hugo hugo-math]
 *
 * Hexo, Eleventy and Astro come from npm. Hugo is no npm package that holds the program,
 * so it is taken from Debian: the system's release (`hugo`), and sid (`hugo-math`, for
 * `transform.ToMath`). The packages are unpacked aside with their own libraries and are
 * not installed; both are left out where there is no apt.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH } from './generators.mjs';
import { findWorkFolder } from './options.mjs';

const NPM = ['hexo', 'hexo-next', 'eleventy', 'astro'];
const SUITES = { hugo: undefined, 'hugo-math': 'sid' };
const PACKAGES = 'hugo libc6 libstdc++6 libgcc-s1 libsass1 libwebp7 libwebpmux3 libwebpdemux2 libsharpyuv0'.split(' ');

function setUp(names) {
  const work = findWorkFolder();
  mkdirSync(join(work, 'bin'), { recursive: true });
  for (const name of names) {
    try {
      if (NPM.includes(name)) installPackages(work, name);
      else if (name in SUITES) unpackHugo(work, name);
      else throw new Error(`there is no peer of that name; there are ${[...NPM, ...Object.keys(SUITES)].join(', ')}`);
      console.log(`${name}: ready in ${work}`);
    } catch (error) {
      console.log(`${name}: left out (${error.message.split('\n')[0]})`);
    }
  }
}

function installPackages(work, name) {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(BENCH, 'peers', name, 'package.json'), join(folder, 'package.json'));
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder);
}

function unpackHugo(work, name) {
  const program = join(work, 'bin', name);
  if (existsSync(program)) return;
  const folder = join(work, 'debian', name);
  mkdirSync(join(folder, 'lists/partial'), { recursive: true });
  mkdirSync(join(folder, 'cache/archives/partial'), { recursive: true });
  const options = SUITES[name] === undefined ? [] : readAlso(folder, SUITES[name]);
  if (options.length > 0) run('apt-get', ['update', '-qq', ...options], folder);
  run('apt-get', ['download', '-qq', ...options, ...findPackages(folder, options)], folder);
  for (const file of readdirSync(folder)) if (file.endsWith('.deb')) run('dpkg-deb', ['-x', file, 'root'], folder);
  writeFileSync(program, drawProgram(folder));
  chmodSync(program, 0o755);
}

/** Options that make apt look at another suite, and only there; the system's own lists are not touched. */
function readAlso(folder, suite) {
  const sources = '/etc/apt/sources.list.d/debian.sources';
  const mirror = existsSync(sources) ? /^URIs: *(\S+)/m.exec(readFileSync(sources, 'utf8'))?.[1] : undefined;
  const key = '[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]';
  writeFileSync(join(folder, 'sources.list'), `deb ${key} ${mirror ?? 'http://deb.debian.org/debian'} ${suite} main\n`);
  const settings = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'cache'),
    'Dir::State::status': '/dev/null',
  };
  return Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
}

/** Not every release has all of them. */
function findPackages(folder, options) {
  return PACKAGES.filter((name) => run('apt-cache', [...options, 'madison', name], folder) !== '');
}

/** A command that runs the unpacked program with the libraries unpacked beside it. */
function drawProgram(folder) {
  const libraries = ['usr/lib', 'lib']
    .map((place) => join(folder, 'root', place, `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`))
    .filter((place) => existsSync(place));
  const loader = libraries
    .flatMap((place) => readdirSync(place).map((file) => join(place, file)))
    .find((file) => /\/ld-linux[^/]*$/.test(file));
  const program = join(folder, 'root/usr/bin/hugo');
  return `#!/bin/sh\nexec "${loader}" --library-path "${libraries.join(':')}" "${program}" "$@"\n`;
}

function run(command, args, folder) {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const names = process.argv.slice(2);
setUp(names.length > 0 ? names : [...NPM, ...Object.keys(SUITES)]);
