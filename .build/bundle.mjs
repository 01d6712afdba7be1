/**
 * Bundles the command, so that a start loads three files instead of three hundred.
 *
 *   dist/cli/main.js   what Node starts: small, knows `version` and the unchanged site
 *   dist/cli/app.cjs   everything else, as one script
 *   dist/cli/worker.js what a thread that renders posts starts with
 *   dist/index.js      the public face
 *
 * esbuild in WebAssembly runs on every platform from one package.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild-wasm';
import { fasterLibraries } from './faster-libraries.mjs';

const common = {
  plugins: [fasterLibraries],
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
  // Watching needs system libraries; KaTeX's files are read from its package.
  external: ['chokidar', 'fsevents'],
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, target: 'es2023' } },
};

await build({
  ...common,
  entryPoints: { 'cli/app': 'src/cli/app.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  banner: { js: "const import_meta_url = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'import_meta_url' },
});
await build({ ...common, entryPoints: { 'cli/main': 'src/cli/main.ts', 'cli/worker': 'src/cli/worker.ts' }, outdir: 'dist', format: 'esm' });
await escapeText('dist/cli/app.cjs');
await build({
  ...common,
  entryPoints: { index: 'src/index.ts' },
  outdir: 'dist',
  format: 'esm',
  banner: { js: "import { createRequire as require_of } from 'node:module'; const require = require_of(import.meta.url);" },
});

/** A script of nothing but ASCII takes half the memory. esbuild has escaped all but regular expressions, where an escape means the same. */
async function escapeText(file) {
  const text = await readFile(file, 'utf8');
  if (/\braw`[^`]*[^\x00-\x7f]/.test(text)) throw new Error(`${file} has a raw text in which an escape would show`);
  await writeFile(file, text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
