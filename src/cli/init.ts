/**
 * `mojing init [DIR]`: a new blog from the starter, in the reader's language. A folder
 * that is not empty is refused.
 */
import { relative, resolve } from 'node:path';
import { formatDate, isZone } from '../base/date.ts';
import { copyStarter, findOccupant } from '../disk/copy-starter.ts';
import { type Call, UsageError } from './arguments.ts';
import { createReporter } from './report.ts';

/** Runs the command; returns its exit code. */
export async function runInit(call: Call): Promise<number> {
  const reporter = createReporter(call);
  if (call.operands.length > 1) throw new UsageError('`mojing init` takes one folder.');
  const base = resolve(call.get('cwd') ?? '.');
  const folder = resolve(base, call.operands[0] ?? '.');
  const shown = relative(base, folder) || '.';
  const occupant = findOccupant(folder);
  if (occupant !== undefined)
    throw new UsageError(
      '{folder} is not an empty folder ({file} is there); nothing was written. Name a new one: mojing init blog',
      { folder: shown, file: relative(base, resolve(folder, occupant)) },
    );
  const language = call.speech.people;
  const timezone = localZone();
  const date = formatDate(Date.now(), timezone, 'YYYY-MM-DD HH:mm:ss', 'en');
  const made = copyStarter(folder, language, { timezone, date });
  if (reporter.json) reporter.answer(JSON.stringify({ type: 'created', folder: shown, language, files: made }));
  else for (const file of made) reporter.answer(shown === '.' ? file : `${shown}/${file}`);
  if (shown !== '.') reporter.say('Next: cd {folder} && mojing serve --watch', { folder: shown });
  else reporter.say('Next: mojing serve --watch');
  return 0;
}

/** The machine's zone, which is the writer's. */
function localZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isZone(zone) ? zone : 'UTC';
}
