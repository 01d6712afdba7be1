/**
 * The command line: one table of commands and options, from which it is read and the
 * help is written.
 */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Values } from '../base/diagnostic.ts';
import { fillIn, suggest } from '../base/text.ts';
import type { Snapshot } from '../disk/snapshot.ts';
import type { Speech } from './language.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** May be given several times. */
  readonly multiple?: boolean;
  readonly doc: string;
}

export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What stands behind the name: `<title>`. */
  readonly operands: string;
  readonly doc: string;
  readonly options: Readonly<Record<string, Option>>;
}

const on = (doc: string, short?: string): Option => ({ type: 'boolean', doc, ...(short && { short }) });
const word = (doc: string, short?: string): Option => ({ type: 'string', doc, ...(short && { short }) });

/** Understood by every command. */
export const commonOptions: Readonly<Record<string, Option>> = {
  cwd: word('The folder of the blog.'),
  config: word('Another file than _config.yml, or several with commas between them; the last is the strongest.'),
  json: on('One JSON object a line on standard output.'),
  quiet: on('Errors only.', 'q'),
  verbose: on('All that there is to tell.', 'V'),
  'no-color': on('No colours.'),
  lang: word('The language spoken: zh-TW, zh-CN or en.'),
  help: on('Show this help.', 'h'),
};

const building: Readonly<Record<string, Option>> = {
  drafts: on('Drafts too.'),
  future: on('Posts dated later than now too.'),
};

export const commands: readonly Command[] = [
  {
    name: 'build',
    aliases: ['generate', 'g'],
    operands: '',
    doc: 'Publish the whole site into public_dir.',
    options: {
      ...building,
      out: word('Another folder than public_dir.'),
      'base-url': word('Another address than url.'),
      'no-cache': on('Trust nothing that was remembered.'),
      strict: on('Warnings are errors.'),
      'keep-going': on('Publish what could be built even if there are errors.'),
      profile: on('Show where the time went.'),
    },
  },
  {
    name: 'serve',
    aliases: ['server', 's'],
    operands: '',
    doc: 'Show the site while you write; nothing is published.',
    options: {
      ...building,
      watch: on('Follow changes (on by default in a terminal).', 'w'),
      'no-watch': on('Do not follow changes.'),
      port: word('The port; 4000 by default.', 'p'),
      host: word('The address to listen at; 127.0.0.1 by default.'),
      open: on('Open the site in a browser.', 'o'),
      static: on('Show what is published in public_dir.'),
    },
  },
  {
    name: 'new',
    aliases: ['n'],
    operands: '[layout] <title>',
    doc: 'Begin a post, a page or a draft.',
    options: {
      slug: word('The name of the file.', 's'),
      path: word('Where the file goes, below source/.', 'p'),
      date: word('Another date than now.'),
      replace: on('Replace a file of that name.', 'r'),
      set: { type: 'string', multiple: true, doc: 'A line of the front matter: key=value.' },
      edit: on('Open it in $EDITOR.'),
    },
  },
  {
    name: 'publish',
    aliases: ['p'],
    operands: '<draft>',
    doc: 'Make a draft a post, its files along.',
    options: {
      date: word("Another date than the draft's, or than now."),
      replace: on('Replace a post of that name.', 'r'),
    },
  },
  {
    name: 'list',
    aliases: ['ls'],
    operands: '<posts|pages|drafts|tags|categories|routes|assets>',
    doc: 'List what the site holds.',
    options: building,
  },
  {
    name: 'check',
    aliases: [],
    operands: '',
    doc: 'Tell broken links and anchors, missing and unused files, heavy pages and foreign hosts; nothing is published.',
    options: { ...building, strict: on('Warnings are errors.') },
  },
  {
    name: 'clean',
    aliases: [],
    operands: '',
    doc: 'Remove what was published and remembered, and nothing else.',
    options: { out: word('Another folder than public_dir.') },
  },
  {
    name: 'convert-encoding',
    aliases: [],
    operands: '[path…]',
    doc: 'Make texts in Big5, GBK and the like UTF-8; the old ones are kept.',
    options: {
      from: word('The encoding the texts are in, if it is not plain: big5, gb18030 …'),
      'dry-run': on('Only tell what would be done.'),
    },
  },
  {
    name: 'init',
    aliases: [],
    operands: '[folder]',
    doc: 'Begin a blog in an empty folder.',
    options: {},
  },
  {
    name: 'doctor',
    aliases: [],
    operands: '',
    doc: 'Read a Hexo blog and say what will be different; nothing is published.',
    options: {
      write: on(
        'Add the settings to _config.yml that keep the reading as it is; those taken over from a theme go into _config.mist.yml.',
      ),
    },
  },
  {
    name: 'deploy',
    aliases: ['d'],
    operands: '',
    doc: 'Bring what was built to where `deploy` in the settings says: a git branch, or a host by rsync.',
    options: { build: on('Build first.', 'g') },
  },
  {
    name: 'config',
    aliases: [],
    operands: '[key]',
    doc: 'Show the settings in force, or one of them.',
    options: { schema: on('JSON Schema of all settings, for editors.') },
  },
  { name: 'help', aliases: [], operands: '[command]', doc: 'Explain a command.', options: {} },
  { name: 'version', aliases: [], operands: '', doc: 'Print the version.', options: {} },
];

/** Wrong usage: told in one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** In English, `{name}` standing for a value; `words/sentences.ts` has it in other languages. */
  readonly sentence: string;
  readonly values: Values;

  constructor(sentence: string, values: Values = {}) {
    super(fillIn(sentence, values));
    this.sentence = sentence;
    this.values = values;
  }
}

export interface Call {
  readonly command: Command;
  readonly operands: readonly string[];
  readonly has: (option: string) => boolean;
  readonly get: (option: string) => string | undefined;
  readonly all: (option: string) => readonly string[];
  readonly speech: Speech;
  /** `import()` of the file that Node started: the bundled commands run from V8's cache, where there is none. */
  readonly importModule: (url: string) => Promise<unknown>;
  /** What was seen of the site's files before the commands were loaded. */
  readonly snapshot?: Snapshot | undefined;
}

/** Reads what stands behind `mojing`. Throws a `UsageError` for an unknown command or option. */
export function readCall(argv: readonly string[], speech: Speech): Call {
  if (argv[0] === '--version' || argv[0] === '-v') return { ...emptyCall, speech, command: findCommand('version') };
  const first = argv.findIndex((arg) => !arg.startsWith('-'));
  const named =
    argv.length === 0 || (first < 0 && argv.some((arg) => arg === '--help' || arg === '-h'))
      ? 'help'
      : skipOptions(argv);
  if (named === undefined) throw new UsageError('There is no command. Try `mojing help`.');
  const command = findCommand(named);
  const rest = [...argv];
  const at = rest.indexOf(named);
  if (at >= 0) rest.splice(at, 1);
  return parseRest(command, rest, speech);
}

/** The first word that is neither an option nor an option's value. */
function skipOptions(argv: readonly string[]): string | undefined {
  for (let at = 0; at < argv.length; at++) {
    const arg = argv[at] ?? '';
    if (!arg.startsWith('-')) return arg;
    if (commonOptions[arg.slice(2)]?.type === 'string') at++;
  }
  return undefined;
}

function findCommand(name: string): Command {
  const found = commands.find((command) => command.name === name || command.aliases.includes(name));
  if (found) return found;
  const known = commands.flatMap((command) => [command.name, ...command.aliases]);
  const meant = suggest(name, known);
  if (meant === undefined) throw new UsageError('There is no command `{name}`. Try `mojing help`.', { name });
  throw new UsageError('There is no command `{name}`. Did you mean `{meant}`?', { name, meant });
}

function parseRest(command: Command, args: string[], speech: Speech): Call {
  const options = { ...commonOptions, ...command.options };
  const config: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short && { short }), ...(multiple && { multiple }) },
    ]),
  );
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args, options: config, allowPositionals: true, strict: true });
  } catch (error) {
    throw explainOption(error, command.name, Object.keys(options));
  }
  const { values, positionals } = parsed;
  return {
    command,
    operands: positionals,
    has: (name) => values[name] === true,
    get: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    all: (name) => [values[name] ?? []].flat().filter((value) => typeof value === 'string'),
    speech,
    importModule,
  };
}

function explainOption(error: unknown, command: string, known: readonly string[]): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '--?([^'=]+)/.exec(message)?.[1];
  if (unknown !== undefined) {
    const meant = suggest(unknown, known);
    return meant === undefined
      ? new UsageError('`mojing {command}` has no option --{unknown}. Try `mojing help {command}`.', {
          command,
          unknown,
        })
      : new UsageError('`mojing {command}` has no option --{unknown}. Did you mean --{meant}?', {
          command,
          unknown,
          meant,
        });
  }
  const option = /--[\w-]+/.exec(message)?.[0] ?? '';
  return /not take an argument/.test(message)
    ? new UsageError('{option} takes no value. Try `mojing help {command}`.', { option, command })
    : new UsageError('{option} wants a value. Try `mojing help {command}`.', { option, command });
}

const importModule = (url: string): Promise<unknown> => import(url);
const emptyCall = { operands: [], has: () => false, get: () => undefined, all: () => [], importModule };
