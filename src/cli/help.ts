/** The help: drawn from the table of commands, in the language that `translate` speaks. */
import { type Command, commands, commonOptions, type Option } from './arguments.ts';

type Translate = (english: string) => string;

/** The help of one command, or of all. */
export function drawHelp(command: Command | undefined, translate: Translate): string {
  return (command ? listOne(command, translate) : listAll(translate)).join('\n');
}

function listAll(translate: Translate): string[] {
  const width = Math.min(24, Math.max(...commands.map((command) => nameOf(command).length)));
  return [
    translate('mojing <command> [options]'),
    '',
    ...commands.map(
      (command) =>
        `  ${nameOf(command)
          .slice(0, width)
          .padEnd(width + 2)}${translate(command.doc)}`,
    ),
    '',
    translate('Options of every command:'),
    ...drawOptions(commonOptions, translate),
    '',
    translate('`mojing help <command>` explains one.'),
  ];
}

function listOne(command: Command, translate: Translate): string[] {
  const { aliases, doc, options } = command;
  return [
    `mojing ${nameOf(command)} ${translate('[options]')}`,
    '',
    translate(doc),
    ...(aliases.length > 0 ? [`${translate('Also:')} ${aliases.join(', ')}`] : []),
    '',
    ...drawOptions(options, translate),
    ...drawOptions(commonOptions, translate),
  ];
}

function nameOf({ name, operands }: Command): string {
  return `${name} ${operands}`.trim();
}

function drawOptions(options: Readonly<Record<string, Option>>, translate: Translate): string[] {
  return Object.entries(options).map(([name, { type, short, doc }]) => {
    const shown = `${short ? `-${short}, ` : '    '}--${name}${type === 'string' ? ' <…>' : ''}`;
    return `  ${shown.padEnd(24)}${translate(doc)}`;
  });
}
