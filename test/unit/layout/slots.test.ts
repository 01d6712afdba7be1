import nunjucks from 'nunjucks';
import { describe, expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { CONTENT, markContent } from '../../../src/layout/engine/content-slot.ts';
import { Engine } from '../../../src/layout/engine/engine.ts';

type Templates = Readonly<Record<string, string>>;

const HTML = '<p>墨經 &amp; <b>x</b></p>';

/** A page whose content may be set in; counts how often it was, and how often it was asked for as a string. */
function createPage() {
  const asked = { bytes: 0, text: 0 };
  const slot = {
    text: () => {
      asked.text++;
      return HTML;
    },
    bytes: () => {
      asked.bytes++;
      return Buffer.from(HTML);
    },
  };
  const content = new nunjucks.runtime.SafeString(HTML);
  return { asked, page: { content, [CONTENT]: slot }, plain: { content } };
}

function createEngine(templates: Templates): Engine {
  const layouts = new Map(
    Object.entries(templates).map(([name, text]) => [name, { name, file: toSourcePath(`${name}.njk`), text }]),
  );
  return new Engine((name) => layouts.get(name));
}

function drawBoth(templates: Templates) {
  const { asked, page, plain } = createPage();
  const engine = createEngine(templates);
  const filled = Buffer.from(engine.slots.fill(engine.render('main', { page }))).toString();
  return { asked, filled, expected: createEngine(templates).render('main', { page: plain }) };
}

describe('a text is set in as bytes where it is printed as it is:', () => {
  test.each<[string, Templates]>([
    ['by itself', { main: '<i>{{ page.content }}</i>' }],
    ['marked as safe', { main: '<i>{{ page.content | safe }}</i>經' }],
    ['twice', { main: '{{ page.content }}{{ page.content }}' }],
    ['from an include', { main: '<i>{% include "a" %}</i>', a: '{{ page.content }}' }],
    [
      'in a block',
      { main: '{% extends "a" %}{% block b %}{{ page.content }}{% endblock %}', a: '<i>{% block b %}{% endblock %}' },
    ],
  ])('%s', (_name, templates) => {
    const { asked, filled, expected } = drawBoth(templates);
    expect(filled).toBe(expected);
    expect(filled).toContain(HTML);
    expect(asked.bytes).toBeGreaterThan(0);
    expect(asked.text).toBe(0);
  });
});

describe('who looks into a text sees it whole:', () => {
  test.each<[string, Templates]>([
    ['a filter', { main: '{{ page.content | striptags }} {{ page.content | length }}' }],
    ['a set block', { main: '{% set x %}{{ page.content }}{% endset %}{{ x | upper }}' }],
    [
      'a set block around an include',
      { main: '{% set x %}{% include "a" %}{% endset %}{{ x | length }}', a: '{{ page.content }}' },
    ],
    ['a filter block', { main: '{% filter upper %}{{ page.content }}{% endfilter %}' }],
    [
      'a filter block around a block',
      {
        main: '{% extends "a" %}{% block b %}{{ page.content }}{% endblock %}',
        a: '{% filter upper %}{% block b %}{% endblock %}{% endfilter %}',
      },
    ],
    ['a macro', { main: '{% macro m(p) %}{{ p.content }}{% endmacro %}{{ m(page) | striptags }}' }],
    [
      'a call',
      { main: '{% macro m() %}{{ caller() | upper }}{% endmacro %}{% call m() %}{{ page.content }}{% endcall %}' },
    ],
    [
      'super',
      {
        main: '{% extends "a" %}{% block b %}{{ super() | upper }}{% endblock %}',
        a: '{% block b %}{{ page.content }}{% endblock %}',
      },
    ],
    ['a condition', { main: '{% if page.content %}{{ page.content.length }}{% endif %}' }],
    ['a variable', { main: '{% set x = page.content %}{{ x }}' }],
  ])('%s', (_name, templates) => {
    const { filled, expected } = drawBoth(templates);
    expect(filled).toBe(expected);
    expect(filled).not.toContain('\u0000');
  });
});

test('what is set in is found, and forgotten with the next page', () => {
  const { slots } = createEngine({});
  const { page } = createPage();
  const text = `<i>${markContent(page, slots)}</i>`;
  expect([slots.holds(text, '<b>'), slots.holds(text, '<i>'), slots.holds(text, '<u>')]).toEqual([true, true, false]);
  expect(slots.settle(text)).toBe(`<i>${HTML}</i>`);
  slots.clear();
  expect(slots.settle(text)).toBe(text);
});
