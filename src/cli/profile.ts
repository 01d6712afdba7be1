/**
 * `build --profile`: the time of a build by phase, and the posts that took longest.
 */
import { Stopwatch } from '../base/stopwatch.ts';
import type { Call } from './arguments.ts';
import type { Reporter } from './report.ts';

const SLOWEST = 10;

/** What happens in each phase, in the order in which it is told. */
const PHASES: Readonly<Record<string, string>> = {
  read: 'settings and files',
  plan: 'front matter and the plan',
  render: 'posts to HTML',
  layout: 'pages',
  write: 'writing files',
  remember: 'what the next build is told',
};

/** A clock for the build, if the call asks for one. */
export function createStopwatch(call: Call): Stopwatch | undefined {
  return call.has('profile') ? new Stopwatch(() => performance.now()) : undefined;
}

/** Tells it to people, or as one object to programs: seconds by phase, and the slowest posts. */
export function tellProfile(watch: Stopwatch, seconds: number, reporter: Reporter): void {
  const phases = Object.keys(PHASES).map((phase) => [phase, inSeconds(watch.phases.get(phase) ?? 0)] as const);
  const rest = inSeconds(1000 * seconds - phases.reduce((sum, [, time]) => sum + 1000 * time, 0));
  const slowest = watch.listSlowest('render', SLOWEST).map(({ name, milliseconds }) => [name, inSeconds(milliseconds)]);
  if (reporter.json) {
    const times = { ...Object.fromEntries(phases), rest };
    reporter.answer(JSON.stringify({ type: 'profile', phases: times, slowest: Object.fromEntries(slowest) }));
    return;
  }
  reporter.say('Where the time went, in one thread:');
  for (const [phase, time] of phases)
    reporter.say('  {time} s  {phase}', { time: draw(time), phase: reporter.translate(PHASES[phase] ?? phase) });
  reporter.say('  {time} s  {phase}', { time: draw(rest), phase: reporter.translate('the rest') });
  if (slowest.length > 0) reporter.say('The posts that took longest:');
  for (const [name = '', time] of slowest)
    reporter.say('  {time} s  {phase}', { time: draw(Number(time)), phase: name });
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}

function draw(seconds: number): string {
  return seconds.toFixed(3).padStart(8);
}
