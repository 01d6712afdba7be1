/**
 * `mojing convert-encoding [path…]`: texts that are not UTF-8 become UTF-8, and nothing
 * else about them changes. Each is kept as it was in `encoding-backup/`. What encoding a
 * text has is told with `--from`, or seen where it is plain; else the text is left alone.
 */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Diagnostic, locate, messageOf, startOf } from '../base/diagnostic.ts';
import { type SourcePath, toSourcePath } from '../base/path.ts';
import { decodeStrictly, guessEncoding, PRIVATE_USE } from '../chinese/encoding.ts';
import { explainEncoding } from '../content/explain-encoding.ts';
import { replaceKeepingOld } from '../disk/replace-text.ts';
import { diagnose } from '../model/messages.ts';
import { createSourceFile, decodeText, type SourceFile } from '../model/sources.ts';
import { type Call, UsageError } from './arguments.ts';
import { BACKUPS, listTexts } from './list-texts.ts';
import { createReporter, type Reporter } from './report.ts';

const DECLARED = /(<meta\b[^>]*\bcharset\s*=\s*["']?)(?!utf-8)[\w-]+/i;

/** One call: the real folder of the site, and how its texts are to be converted. */
interface Conversion {
  readonly root: string;
  /** An encoding that `TextDecoder` knows; without it each text must show its own. */
  readonly from: string | undefined;
  readonly isTrial: boolean;
  readonly reporter: Reporter;
}

type Outcome =
  | { readonly kind: 'sound' }
  | { readonly kind: 'converted'; readonly doubt?: Diagnostic }
  | { readonly kind: 'refused'; readonly why: Diagnostic };

/** Runs the command; returns its exit code: 1 if a text had to be left as it was. */
export async function runConvertEncoding(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const { root, files } = listTexts(call);
  const conversion = { root, reporter, from: readEncoding(call.get('from')), isTrial: call.has('dry-run') };
  const counts = { sound: 0, converted: 0, refused: 0 };
  const told: Diagnostic[] = [];
  const sources = new Map<SourcePath, SourceFile>();
  for (const file of files) {
    const bytes = readFileSync(file);
    const outcome = convert(file, bytes, conversion);
    counts[outcome.kind]++;
    const diagnostic =
      outcome.kind === 'refused' ? outcome.why : outcome.kind === 'converted' ? outcome.doubt : undefined;
    if (!diagnostic) continue;
    told.push(diagnostic);
    sources.set(toPath(root, file), createSourceFile(toPath(root, file), bytes));
  }
  reporter.diagnostics(told, sources);
  reporter.summary(counts);
  reporter.say(
    conversion.isTrial
      ? '{converted} files would be converted, {sound} are UTF-8 already, {refused} would be left as they are.'
      : '{converted} files converted, {sound} are UTF-8 already, {refused} left as they were.',
    counts,
  );
  return counts.refused > 0 ? 1 : 0;
}

function readEncoding(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    // GB18030 holds GBK and GB2312, and tells what is none of them.
    return new TextDecoder(name).encoding.replace(/^gbk$/, 'gb18030');
  } catch {
    throw new UsageError('There is no encoding `{name}`. There are big5, gb18030, shift_jis, utf-16le and others.', {
      name,
    });
  }
}

function toPath(root: string, file: string): SourcePath {
  return toSourcePath(relative(root, file).split(sep).join('/'));
}

function convert(file: string, bytes: Uint8Array, conversion: Conversion): Outcome {
  const path = toPath(conversion.root, file);
  if (decodeText(bytes) !== undefined && !bytes.includes(0)) return { kind: 'sound' };
  const guess = conversion.from === undefined ? guessEncoding(bytes) : undefined;
  if (guess && !guess.sure)
    return refuse(diagnose('encoding/unsure', { name: guess.name, sample: guess.sample }, startOf(path)));
  const from = conversion.from ?? guess?.name;
  if (from === undefined) return refuse(explainEncoding(bytes, path));
  const text = decodeStrictly(from, bytes);
  if (text === undefined) return refuse(diagnose('encoding/another', { name: from }, startOf(path)));
  const backup = join(conversion.root, BACKUPS, path);
  try {
    const kept = conversion.isTrial
      ? backup
      : replaceKeepingOld(file, new TextEncoder().encode(declareUtf8(path, text)), backup);
    tellConverted({ path, from, sample: guess?.sample, backup: toPath(conversion.root, kept) }, conversion.reporter);
  } catch (error) {
    return refuse(diagnose('encoding/unwritable', { detail: messageOf(error) }, startOf(path)));
  }
  const odd = text.search(PRIVATE_USE);
  return odd < 0
    ? { kind: 'converted' }
    : { kind: 'converted', doubt: diagnose('encoding/private-use', {}, locate(path, text, odd)) };
}

function refuse(why: Diagnostic): Outcome {
  return { kind: 'refused', why };
}

/** A page of HTML that names its encoding names the new one. */
function declareUtf8(path: SourcePath, text: string): string {
  return /\.html?$/i.test(path) ? text.replace(DECLARED, '$1utf-8') : text;
}

interface Converted {
  readonly path: string;
  readonly from: string;
  /** What was read, where the encoding was guessed. */
  readonly sample: string | undefined;
  readonly backup: string;
}

function tellConverted({ path, from, sample, backup }: Converted, reporter: Reporter): void {
  const read = sample === undefined ? '' : `  “${sample}”`;
  reporter.answer(
    reporter.json
      ? JSON.stringify({ type: 'converted', path, from, sample, backup })
      : `${path}  ${from} → utf-8${read}  (${backup})`,
  );
}
