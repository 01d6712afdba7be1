/**
 * Theorems and their like: what they are called in four languages, and what a writer may
 * call them.
 */

export type StatementKind =
  | 'theorem'
  | 'lemma'
  | 'proposition'
  | 'corollary'
  | 'definition'
  | 'example'
  | 'remark'
  | 'proof';

type Words = Readonly<Record<StatementKind, string>>;

const TRADITIONAL: Words = {
  theorem: '定理',
  lemma: '引理',
  proposition: '命題',
  corollary: '系理',
  definition: '定義',
  example: '例',
  remark: '註',
  proof: '證明',
};
const SIMPLIFIED: Words = {
  ...TRADITIONAL,
  proposition: '命题',
  corollary: '推论',
  definition: '定义',
  remark: '注',
  proof: '证明',
};
const JAPANESE: Words = {
  ...TRADITIONAL,
  lemma: '補題',
  proposition: '命題',
  corollary: '系',
  remark: '注意',
  proof: '証明',
};
const ENGLISH: Words = {
  theorem: 'Theorem',
  lemma: 'Lemma',
  proposition: 'Proposition',
  corollary: 'Corollary',
  definition: 'Definition',
  example: 'Example',
  remark: 'Remark',
  proof: 'Proof',
};

/** What a kind is called in a language (BCP 47); in English, if we do not know the language. */
export function nameStatement(kind: StatementKind, language: string): string {
  const tag = language.toLowerCase();
  if (/^ja\b/.test(tag)) return JAPANESE[kind];
  if (!/^zh\b/.test(tag)) return ENGLISH[kind];
  return (/-(?:hant|tw|hk|mo)\b/.test(tag) ? TRADITIONAL : SIMPLIFIED)[kind];
}

/** Other words for a kind; the writer's own word is what is shown. */
const SYNONYMS: Readonly<Record<StatementKind, string>> = {
  theorem: 'thm',
  lemma: 'lem 引理 補題 补题',
  proposition: 'prop',
  corollary: 'cor 推論 推论 系理 系',
  definition: 'def defn',
  example: 'ex 例題 例题 例子 範例 范例',
  remark: 'rem 註解 注解 備註 备注 注記 注意',
  proof: 'prf 证 證',
};

const KINDS: ReadonlyMap<string, StatementKind> = new Map(
  Object.keys(SYNONYMS)
    .filter((kind): kind is StatementKind => kind in ENGLISH)
    .flatMap((kind) => {
      const names = [TRADITIONAL, SIMPLIFIED, JAPANESE].map((words) => words[kind]);
      return [kind, ...names, ...SYNONYMS[kind].split(' ')].map((word): [string, StatementKind] => [word, kind]);
    }),
);

/** The kind that a word means, whatever its case. */
export function readKind(word: string): StatementKind | undefined {
  return KINDS.get(word.toLowerCase());
}

/** Whether a label is one of a statement, rather than of a book in a bibliography: `thm:pythagoras`. */
export function isStatementLabel(label: string): boolean {
  const prefix = /^([^:]+):./.exec(label)?.[1];
  return prefix !== undefined && KINDS.has(prefix.toLowerCase());
}
