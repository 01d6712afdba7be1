/**
 * The delimiters that mean a formula, and the settings that turn them off one by one.
 */

export type Delimiter =
  | 'dollar'
  | 'double_dollar'
  | 'parentheses'
  | 'brackets'
  | 'escaped'
  | 'environment'
  | 'backtick'
  | 'fence'
  | 'tag';

/** How each delimiter may also be called in the settings: by the signs themselves. */
const SIGNS: Readonly<Record<Delimiter, readonly string[]>> = {
  dollar: ['$', '$…$'],
  double_dollar: ['$$', '$$…$$'],
  parentheses: ['\\(', '\\(…\\)'],
  brackets: ['\\[', '\\[…\\]'],
  escaped: ['\\\\(', '\\\\['],
  environment: ['\\begin'],
  backtick: ['$`'],
  fence: ['```math', 'math'],
  tag: ['{% math %}'],
};

/** The delimiters in force: all, but those which the settings `math.delimiters` set to `false`. */
export function readDelimiters(settings: Readonly<Record<string, unknown>>): ReadonlySet<Delimiter> {
  const off = new Set(Object.keys(settings).filter((key) => settings[key] === false || settings[key] === 'false'));
  const names = Object.keys(SIGNS).filter(isDelimiter);
  return new Set(names.filter((name) => ![name, ...SIGNS[name]].some((spelling) => off.has(spelling))));
}

function isDelimiter(name: string): name is Delimiter {
  return Object.hasOwn(SIGNS, name);
}

/**
 * Environments that are formulas without any delimiter around them, as MathJax reads
 * them: the numbered ones of AMS-LaTeX, and those that can be nothing but a formula.
 */
const BARE_ENVIRONMENTS = new Set(
  (
    'equation align alignat flalign gather multline eqnarray displaymath aligned alignedat gathered split ' +
    'cases dcases rcases drcases array darray matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix CD subequations'
  ).split(' '),
);

/** Whether `\begin{name}` opens a formula by itself. */
export function isBareEnvironment(name: string): boolean {
  return BARE_ENVIRONMENTS.has(name.replace(/\*$/, ''));
}
