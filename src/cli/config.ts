/**
 * `mojing config [key]`: the settings in force, or one of them. `--schema` gives JSON
 * Schema of all keys, for editors.
 */
import { suggest } from '../base/text.ts';
import { listKeys } from '../model/config.ts';
import { createConfigSchema } from '../model/config-schema.ts';
import { type Call, UsageError } from './arguments.ts';
import { findRoot, openSite } from './open-site.ts';
import { createReporter } from './report.ts';

/** Runs the command; returns its exit code: 1 if the settings have errors. */
export async function runConfig(call: Call): Promise<number> {
  const reporter = createReporter(call);
  if (call.has('schema')) {
    reporter.answer(JSON.stringify(createConfigSchema(), null, 2));
    return 0;
  }
  if (call.operands.length > 1)
    throw new UsageError('`mojing config` shows settings; to change one, write it into _config.yml.');
  const site = openSite(findRoot(call), call);
  const errors = site.configDiagnostics.filter(({ severity }) => severity === 'error');
  const key = call.operands[0];
  const value = key === undefined ? site.config.all : readKey(site.config.all, key);
  if (reporter.json) reporter.answer(JSON.stringify({ type: 'config', ...(key && { key }), value }));
  else reporter.answer(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  if (!reporter.json) reporter.diagnostics(errors, site.sources.sources);
  return errors.length > 0 ? 1 : 0;
}

/** `math.number` → `ams`. Throws a `UsageError` for a key that there is not. */
function readKey(settings: Readonly<Record<string, unknown>>, key: string): unknown {
  let value: unknown = settings;
  for (const part of key.split('.')) {
    const inner = Object.entries(isGroup(value) ? value : {}).find(([name]) => name === part);
    if (!inner) throw explainUnknown(key);
    value = inner[1];
  }
  return value ?? null;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function explainUnknown(key: string): UsageError {
  const known = listKeys().flatMap((name) => [name, ...listKeys(name).map((inner) => `${name}.${inner}`)]);
  const meant = suggest(key, known);
  if (meant === undefined) return new UsageError('There is no setting `{key}`.', { key });
  return new UsageError('There is no setting `{key}`. Did you mean `{meant}`?', { key, meant });
}
