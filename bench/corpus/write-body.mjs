/**
 * The text of a post: four or five sections of Chinese and English prose with lists, a
 * quotation, a table, a picture, one or two blocks of code, and formulas if asked for.
 */
import { CODE, NAMES } from './code.mjs';
import { PICTURES } from './pictures.mjs';
import { ADJECTIVES, DEGREES, ENGLISH, INLINE_CODE, NOUNS, SENTENCES, VERBS } from './words.mjs';

const WORDS = { V: VERBS, N: NOUNS, A: ADJECTIVES, E: ENGLISH, G: DEGREES };

/** Writes the body of the `number`-th post, about 5.5 KB. Formulas are taken from `formulas` in their order. */
export function writeBody({ random, formulas, number, moreMark }) {
  const sections = 4 + random.below(2);
  const writer = new BodyWriter(random, formulas, number);
  const excerpt = `${writer.paragraph(3)}\n\n${writer.paragraph(2)}`;
  return `${excerpt}\n\n${moreMark}\n\n${writer.sections(sections)}${writer.rest()}`;
}

class BodyWriter {
  constructor(random, formulas, number) {
    this.random = random;
    this.inline = [...formulas.inline];
    this.displayed = [...formulas.displayed];
    this.hasMath = this.inline.length > 0;
    this.number = number;
  }

  sentence() {
    return this.random
      .pick(SENTENCES)
      .replace(/\{([VANEDG])\}/g, (_, kind) =>
        kind === 'D' ? String(2000 + this.random.below(8000)) : this.random.pick(WORDS[kind]),
      );
  }

  paragraph(sentences, withMath = false) {
    let text = '';
    for (let n = 0; n < sentences; n++) text += this.decorate(this.sentence(), n) + (withMath ? this.formulas() : '');
    return text;
  }

  /** Some sentences get bold words, a link or code. */
  decorate(sentence, n) {
    const chance = this.random.next();
    if (chance < 0.12) return sentence.replace(/([一-龥]{4})/, '**$1** ');
    if (chance < 0.2) return `${sentence}参见[相关链接](https://example.com/${this.number}/${n})。`;
    if (chance < 0.28) return `${sentence}其中 \`${this.random.pick(INLINE_CODE)}\` 是关键。`;
    return sentence;
  }

  formulas() {
    if (this.inline.length === 0) return '';
    const first = `这里 $${this.inline.shift()}$ 表示${this.random.pick(NOUNS)}`;
    const second = this.inline.length > 0 && this.random.next() < 0.6 ? `，且满足 $${this.inline.shift()}$` : '';
    return `${first}${second}。`;
  }

  display() {
    return this.displayed.length > 0 ? `$$\n${this.displayed.shift()}\n$$\n\n` : '';
  }

  sections(count) {
    const { random } = this;
    const code = new Set([1 + random.below(count - 1)]);
    if (random.next() < 0.5) code.add(0);
    const [table, picture, list, quotation] = [0, 0, 0, 0].map(() => random.below(count));
    let text = '';
    for (let n = 0; n < count; n++) {
      text += `## ${random.pick(ADJECTIVES)}${random.pick(NOUNS)}与${random.pick(NOUNS)}${n + 1}\n\n`;
      text += `${this.paragraph(4, this.hasMath)}\n\n${this.display()}`;
      if (random.next() < 0.5) text += `### ${random.pick(VERBS)}${random.pick(NOUNS)}\n\n`;
      text += `${this.paragraph(3, this.hasMath)}\n\n${this.hasMath ? this.display() : ''}`;
      if (n === list || random.next() < 0.3) text += this.list();
      if (n === quotation) text += `> ${this.paragraph(2)}\n\n`;
      if (n === table) text += this.table();
      if (n === picture) text += this.picture();
      if (code.has(n)) text += this.code();
    }
    return text;
  }

  list() {
    const ordered = this.random.next() < 0.4;
    const item = (n) => `${ordered ? `${n + 1}.` : '-'} ${this.paragraph(1, this.hasMath)}\n`;
    return `${[0, 1, 2, 3].map(item).join('')}\n`;
  }

  table() {
    const { random } = this;
    const head = `| ${random.pick(NOUNS)} | ${random.pick(NOUNS)} | 耗时 (ms) |\n| --- | :---: | ---: |\n`;
    const row = () =>
      `| ${random.pick(ENGLISH)} | ${random.pick(ADJECTIVES)}${random.pick(NOUNS)} | ${random.below(5000) / 10} |\n`;
    return `${head}${row()}${row()}${row()}${row()}\n`;
  }

  picture() {
    const [shown, title] = [this.random.pick(NOUNS), this.random.pick(NOUNS)];
    return `![${shown}示意图](/images/${this.number % PICTURES}.png "${title}")\n\n`;
  }

  code() {
    const { random } = this;
    const language = random.pick(Object.keys(CODE));
    const block = random.pick(CODE[language]);
    const name = random.pick(NAMES) + random.below(90);
    const comment = random.pick(ADJECTIVES) + random.pick(NOUNS);
    const number = String(1 + random.below(999));
    const filled = block.replaceAll('{f}', name).replaceAll('{c}', comment).replaceAll('{n}', number);
    return `\`\`\`${language}\n${filled}\n\`\`\`\n\n`;
  }

  /** Formulas that found no place yet, and a last paragraph. */
  rest() {
    let text = '';
    if (this.hasMath) {
      while (this.inline.length > 0) text += `${this.paragraph(1, true)}\n`;
      text += '\n';
      while (this.displayed.length > 0) text += this.display();
    }
    return `${text}${this.paragraph(3)}\n`;
  }
}
