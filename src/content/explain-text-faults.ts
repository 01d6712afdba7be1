/** What is told of characters in a post that nobody wrote there on purpose. */
import { type Diagnostic, locate } from '../base/diagnostic.ts';
import type { SourcePath } from '../base/path.ts';
import { findTextFaults, type TextFault } from '../chinese/text-faults.ts';
import { diagnose } from '../model/messages.ts';

const CODES = {
  lost: 'post/lost-characters',
  separator: 'post/line-separator',
  hidden: 'post/hidden-character',
} as const satisfies Record<TextFault['kind'], string>;

/** The warnings of a text, front matter included, in the order of the places. */
export function explainTextFaults(text: string, file: SourcePath): Diagnostic[] {
  return findTextFaults(text).map(({ kind, offset, count, sign, mark }) =>
    diagnose(CODES[kind], { count, sign, mark }, locate(file, text, offset)),
  );
}
