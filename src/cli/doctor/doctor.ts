/**
 * `mojing doctor`: reads a Hexo folder as a build would and says, in the reader's language
 * and on one page, what was found and what will be different. `--write` adds the few
 * settings that keep the reading the same, writes what was taken over from another
 * theme into a file of ours, and touches nothing else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { fillIn } from '../../base/text.ts';
import { build } from '../../build/build.ts';
import { createMemos } from '../../build/site-work.ts';
import { type PostSurvey, surveyPosts } from '../../build/survey-posts.ts';
import { addSetting, writeSettings } from '../../content/edit-config.ts';
import { listForms } from '../../content/read-theme.ts';
import { guardTime } from '../../workers/guard.ts';
import type { Call } from '../arguments.ts';
import { findGuide } from '../guide.ts';
import { createInput, findRoot, openSite } from '../open-site.ts';
import { replaceText } from '../post-files.ts';
import { readPackage } from '../read-package.ts';
import { createReporter } from '../report.ts';
import { drawPage, nameParts } from './draw-page.ts';
import { examine } from './examine.ts';
import type { Findings, Proposal } from './findings.ts';
import type { DoctorWords } from './words/form.ts';
import { doctorWords } from './words.ts';

/** Runs the command; returns its exit code: 1 if the site has errors. */
export async function runDoctor(call: Call): Promise<number> {
  const reporter = createReporter(call);
  const root = findRoot(call);
  const site = openSite(root, call);
  const input = await createInput(site, Date.now(), call);
  const surveyUnescaped = (): PostSurvey => {
    const config = { ...input.config, math: { ...input.config.math, unescape: 'marked' as const } };
    return surveyPosts(build({ ...input, config }, createMemos(), { guard: guardTime }));
  };
  const findings = examine({
    site,
    package: readPackage(root),
    build: build(input, createMemos(), { guard: guardTime }),
    surveyUnescaped,
    strayPosts: existsSync(join(root, '_posts')),
  });
  const language = call.speech.people;
  const words = doctorWords[language];
  const file = [...site.settings].at(-1) ?? '_config.yml';
  const change = call.has('write') ? writeProposals(join(root, file), findings.proposals) : undefined;
  const settled = call.has('write') ? writeTaken(root, findings) : undefined;
  if (reporter.json)
    reporter.answer(
      JSON.stringify({
        type: 'doctor',
        ...findings,
        ...(change && { written: change.written }),
        ...(settled && { settled }),
      }),
    );
  else {
    const colours = picocolors.createColors(
      !call.has('no-color') && !process.env.NO_COLOR && process.stdout.isTTY === true,
    );
    const guide = findGuide('from-hexo', language, root);
    const drawing = { words, language, bold: colours.bold, publicDir: site.config.public_dir, guide };
    for (const line of drawPage(findings, drawing)) reporter.answer(line);
    for (const line of drawProposals(findings, { words, file, change })) reporter.answer(line);
    if (settled !== undefined) {
      const keys = nameParts(findings, words).join(words.separator);
      reporter.answer(`  ${fillIn(words.takenWritten, { file: settled, keys })}`);
    }
  }
  return findings.errors.length > 0 ? 1 : 0;
}

interface Change {
  readonly written: readonly Proposal[];
  readonly byHand: readonly Proposal[];
}

/** Adds what is proposed to the file, which may not be there yet. */
function writeProposals(file: string, proposals: readonly Proposal[]): Change {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const written: Proposal[] = [];
  const byHand: Proposal[] = [];
  let text = before;
  // Each is put right below its group's line: of a group the last comes first.
  const groups = [...new Set(proposals.map(({ group }) => group))];
  for (const proposal of groups.flatMap((group) => proposals.filter((one) => one.group === group).reverse())) {
    const edited = addSetting(text, proposal.group, proposal.key, proposal.value);
    if (edited === undefined) byHand.unshift(proposal);
    else written.unshift(proposal);
    text = edited ?? text;
  }
  if (text !== before) replaceText(file, text);
  return { written, byHand };
}

/** What was taken over from another theme in the file of our own, where it can be changed; the file's name, if it was made. */
function writeTaken(root: string, { taken, blog }: Findings): string | undefined {
  const file = `_config.${blog.drawnBy}.yml`;
  const isThere = listForms(`_config.${blog.drawnBy}`).some((form) => existsSync(join(root, form)));
  if (Object.keys(taken.settings).length === 0 || isThere) return undefined;
  replaceText(join(root, file), writeSettings(taken.settings, `From ${taken.files.join(', ') || 'theme_config'}`));
  return file;
}

interface Proposing {
  readonly words: DoctorWords;
  readonly file: string;
  readonly change: Change | undefined;
}

function* drawProposals({ proposals }: Findings, { words, file, change }: Proposing): Generator<string> {
  const shown = change?.written ?? proposals;
  if (shown.length > 0) {
    yield `  ${fillIn(change ? words.written : words.proposals, { file })}`;
    for (const group of new Set(shown.map((one) => one.group))) {
      yield `    ${group}:`;
      for (const { key, value } of shown.filter((one) => one.group === group)) yield `      ${key}: ${value}`;
    }
  } else if (change && change.byHand.length === 0) yield `  ${fillIn(words.nothingToWrite, { file })}`;
  for (const { group, key, value } of change?.byHand ?? [])
    yield `  ${fillIn(words.byHand, { file, group, line: `${key}: ${value}` })}`;
}
