/**
 * Pages of the documents that are drawn from tables of the code.
 */
import { type Command, commands, commonOptions, type Option } from '../../../src/cli/arguments.ts';
import { doctorWords } from '../../../src/cli/doctor/words.ts';
import { translate } from '../../../src/cli/talk.ts';
import { type Fate, hexoFrontMatter, hexoSettings } from '../../../src/model/hexo-keys.ts';

const COMMAND_PAGES = {
  en: {
    title: '# The commands',
    about: 'This page is drawn from the table from which the command line is read (`src/cli/arguments.ts`). ',
    other: '[繁體中文](commands.zh-TW.md)',
    option: 'option',
    more: (page: string) => `More: [${page}.md](${page}.md).`,
  },
  'zh-TW': {
    title: '# 指令',
    about: '這一頁由指令列所用的同一張表產生（`src/cli/arguments.ts`）。',
    other: '[English](commands.md)',
    option: '選項',
    more: (page: string) => `詳見 [${page}.zh-TW.md](${page}.zh-TW.md)。`,
  },
};

/** Commands that have a page of their own. */
const GUIDES: Readonly<Record<string, string>> = {
  check: 'checking',
  doctor: 'from-hexo',
  'convert-encoding': 'mistakes',
};

type PageLanguage = keyof typeof COMMAND_PAGES;

/** `docs/commands.md`, and its translation. */
export function drawCommandsPage(language: PageLanguage): string {
  const words = COMMAND_PAGES[language];
  return `${[
    words.title,
    '',
    words.about + words.other,
    '',
    `## ${translate(language, 'Options of every command:').replace(/[:：]$/, '')}`,
    '',
    ...drawOptions(commonOptions, language),
    ...commands.flatMap((command) => drawCommand(command, language)),
  ].join('\n')}\n`;
}

function drawCommand({ name, aliases, operands, doc, options }: Command, language: PageLanguage): string[] {
  const names = aliases.map((alias) => `\`${alias}\``);
  const [comma, stop] = language === 'en' ? [', ', '.'] : ['、', '。'];
  const also =
    names.length > 0
      ? [`${translate(language, 'Also:')}${language === 'en' ? ' ' : ''}${names.join(comma)}${stop}`, '']
      : [];
  const guide = GUIDES[name];
  return [
    '',
    `## mojing ${`${name} ${operands}`.trim()}`.replaceAll('<', '\\<'),
    '',
    translate(language, doc),
    '',
    ...also,
    ...(guide === undefined ? [] : [COMMAND_PAGES[language].more(guide), '']),
    ...drawOptions(options, language),
  ].filter((line, index, lines) => line !== '' || index < lines.length - 1);
}

function drawOptions(options: Readonly<Record<string, Option>>, language: PageLanguage): string[] {
  if (Object.keys(options).length === 0) return [];
  const rows = Object.entries(options).map(
    ([name, { type, short, doc }]) =>
      `| \`--${name}${type === 'string' ? ' …' : ''}\`${short ? `, \`-${short}\`` : ''} | ${translate(language, doc).replaceAll('|', '\\|')} |`,
  );
  return [`| ${COMMAND_PAGES[language].option} | |`, '| --- | --- |', ...rows];
}

const KEY_PAGES = {
  en: {
    title: '# Hexo’s keys',
    about:
      'What becomes of each key of a Hexo blog, drawn from the table that `mojing doctor` speaks from (`src/model/hexo-keys.ts`). A group that stands by its name means those of its keys that are not named.',
    settings: '## In _config.yml',
    frontMatter: '## In front matter',
    head: '| key | here |',
    same: 'the same',
    mapped: (to: string) => `say \`${to}\``,
    left: (why: string) => `not read: ${why}`,
  },
  'zh-TW': {
    title: '# Hexo 的每個鍵',
    about:
      'Hexo 部落格的每個鍵在這裡怎麼了。由 `mojing doctor` 所用的同一張表產生（`src/model/hexo-keys.ts`）。只寫群組名字的，指其中沒有單獨列出的鍵。',
    settings: '## _config.yml',
    frontMatter: '## front matter',
    head: '| 鍵 | 這裡 |',
    same: '作用相同',
    mapped: (to: string) => `改寫成 \`${to}\``,
    left: (why: string) => `不讀：${why}`,
  },
};

/** `docs/hexo-keys.md`, and its translation. */
export function drawKeysPage(language: keyof typeof KEY_PAGES): string {
  const words = KEY_PAGES[language];
  const { reasons } = doctorWords[language];
  const draw = (fate: Fate): string => {
    if (fate.fate === 'same') return words.same;
    return fate.fate === 'mapped' ? words.mapped(fate.to) : words.left(reasons[fate.why]);
  };
  const table = (keys: ReadonlyMap<string, Fate>): string[] => {
    const rows = new Map<string, string[]>();
    for (const [key, fate] of keys) rows.set(draw(fate), [...(rows.get(draw(fate)) ?? []), `\`${key}\``]);
    return [words.head, '| --- | --- |', ...[...rows].map(([fate, names]) => `| ${names.join(' ')} | ${fate} |`)];
  };
  return `${[words.title, '', words.about, '', words.settings, '', ...table(hexoSettings), '', words.frontMatter, '', ...table(hexoFrontMatter)].join('\n')}\n`;
}
