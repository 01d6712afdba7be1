import { expect, test } from 'vitest';
import { helperDocs } from '../../../../src/layout/helpers/docs/index.ts';
import { createHelpers } from '../../../../src/layout/helpers/index.ts';
import { drawTemplate } from '../support.ts';

const templates = { card: '<b>{{ title }}</b>' };

test('every helper has its documents, in both languages', () => {
  expect(helperDocs.map(({ name }) => name).sort()).toEqual([...createHelpers().keys()].sort());
  for (const { name, syntax, about } of helperDocs) {
    expect(syntax).toContain(`{{ ${name}(`);
    expect(about.en).toMatch(/\.$/);
    expect(about.zh).toMatch(/。$/);
  }
});

test.each(helperDocs.map((docs) => [docs.name, docs.example] as const))(
  '%s does what its example says',
  (_name, example) => {
    expect(drawTemplate(example.template, { templates })).toBe(example.html);
  },
);
