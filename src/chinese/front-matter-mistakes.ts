/** The kinds of mistakes in a line of front matter, and each as a part of a sentence. */

export type FrontMatterMistake =
  | 'tab'
  | 'full-width-colon'
  | 'no-space'
  | 'wide-space'
  | 'wide-indent'
  | 'invisible'
  | 'no-colon'
  | 'wide-quote'
  | 'wide-bracket'
  | 'bracket'
  | 'indicator'
  | 'nested-colon'
  | 'unclosed-quote'
  | 'text-after-quote'
  | 'backslash';

/** What is wrong, as a part of a sentence. */
export function describeMistake(kind: FrontMatterMistake, sign = ''): string {
  return kind === 'indicator' ? `a value cannot begin with \`${sign}\`` : DESCRIPTIONS[kind];
}

const DESCRIPTIONS: Readonly<Record<Exclude<FrontMatterMistake, 'indicator'>, string>> = {
  tab: 'it is indented with tabs',
  'full-width-colon': 'the colon is a full-width one',
  'no-space': 'there is no space behind the colon',
  'wide-space': 'the space behind the colon is a full-width one',
  'wide-indent': 'it is indented with full-width spaces',
  invisible: 'an invisible character stands before the key',
  'no-colon': 'there is no colon behind the key',
  'wide-quote': 'the quotes are full-width ones',
  'wide-bracket': 'the brackets are full-width ones',
  bracket: 'a value that begins with a bracket is read as a list or a map',
  'nested-colon': 'a value cannot hold a colon and a space',
  'unclosed-quote': 'a quote is not closed',
  'text-after-quote': 'text follows the closing quote',
  backslash: 'a backslash between double quotes begins an escape',
};
