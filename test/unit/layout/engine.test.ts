import nunjucks from 'nunjucks';
import { describe, expect, test } from 'vitest';
import { toSourcePath } from '../../../src/base/path.ts';
import { Engine } from '../../../src/layout/engine/engine.ts';

type Templates = Readonly<Record<string, string>>;

function createEngine(templates: Templates): Engine {
  const layouts = new Map(
    Object.entries(templates).map(([name, text]) => [name, { name, file: toSourcePath(`${name}.njk`), text }]),
  );
  return new Engine((name) => layouts.get(name));
}

const variables = {
  title: '墨 & 經',
  list: ['a', 'b', 'c'],
  table: { one: 1, two: 2 },
  html: new nunjucks.runtime.SafeString('<b>'),
  nothing: null,
  person: { name: 'Mo', greet: (word: string) => `${word}!`, tags: ['x'] },
};

const draw = (templates: Templates): string => createEngine(templates).render('main', variables);

/** What Nunjucks by itself makes of the same. */
function drawByNunjucks(templates: Templates): string {
  const getSource = (name: string) => ({ src: templates[name] ?? '', path: `${name}.njk`, noCache: false });
  return new nunjucks.Environment({ getSource }, { autoescape: true }).render('main', variables);
}

describe('draws what Nunjucks draws:', () => {
  test.each<[string, Templates]>([
    [
      'text that is escaped',
      { main: `{{ title }} {{ '<"\\'\\\\' }} {{ html }} {{ nothing }} {{ lacking }} {{ 1.5 }} {{ true }}` },
    ],
    [
      'methods, and what is not there',
      { main: `{{ person.greet('Hi') }} {{ person.lacking.lacking }} {{ list.join('-') }}` },
    ],
    [
      'variables of an include',
      { main: `{% set x = 1 %}{% include "a" %} {{ x }} {{ y }}`, a: `{{ x }}{% set x = 2 %}{% set y = 3 %}{{ x }}` },
    ],
    [
      'an include after an include',
      { main: `{% include "a" %}{% set x = 5 %}{% include "a" %}{{ x }}`, a: `[{{ x }}{% set x = 9 %}{{ x }}]` },
    ],
    [
      'an include within a loop',
      { main: `{% for x in list %}{% include "a" %}{% endfor %}`, a: `{{ x }}{{ loop.index }}/{{ loop.length }} ` },
    ],
    [
      'loops within loops',
      {
        main: `{% for x in list %}{% for k, v in table %}{{ x }}{{ k }}{{ loop.index0 }}{{ loop.last }} {% endfor %}{{ loop.revindex }}{{ loop.first }}{{ loop.revindex0 }};{% endfor %}`,
      },
    ],
    [
      'an empty loop',
      { main: `{% for x in lacking %}x{% else %}none{% endfor %}{% for x in [] %}x{% else %}none{% endfor %}` },
    ],
    [
      'set within a loop and an if',
      {
        main: `{% set x = 0 %}{% for y in list %}{% set x = x + 1 %}{% endfor %}{{ x }}{% if true %}{% set z = 1 %}{% endif %}{{ z }}`,
      },
    ],
    ['set of a block of text', { main: `{% set x %}<i>{{ title }}</i>{% endset %}{{ x }}` }],
    [
      'macros, keywords and callers',
      {
        main: `{% macro m(a, b='2') %}{{ a }}{{ b }}{{ title }}{{ caller() if caller }}{% endmacro %}{{ m(1) }}{{ m(1, b=3) }}{% call m('x') %}{{ title }}{% endcall %}`,
      },
    ],
    [
      'macros of another template',
      {
        main: `{% import "a" as a %}{% from "a" import m as n %}{{ a.m() }}{{ n() }}{{ a.v }}`,
        a: `{% set v = 7 %}{% macro m() %}[{{ title }}{{ v }}]{% endmacro %}`,
      },
    ],
    [
      'macros with context',
      {
        main: `{% set x = 1 %}{% import "a" as a with context %}{% set x = 2 %}{{ a.m() }}{{ x }}`,
        a: `{% macro m() %}[{{ title }}{{ x }}]{% endmacro %}`,
      },
    ],
    [
      'blocks, and those they replace',
      {
        main: `{% extends "b" %}{% set x = 1 %}{% block main %}({{ super() }}{{ x }}){% endblock %}`,
        b: `{% extends "c" %}{% block main %}b{{ super() }}{% endblock %}`,
        c: `<{% block main %}c{% include "d" %}{% endblock %}{{ x }}>`,
        d: `{{ x }}`,
      },
    ],
    [
      'an include that extends',
      {
        main: `{% include "a" %}|{% include "a" %}`,
        a: `{% extends "b" %}{% block main %}a{% endblock %}`,
        b: `b{% block main %}{% endblock %}b`,
      },
    ],
    [
      'an include by a name that is computed',
      { main: `{% for n in ['a', 'b'] %}{% include n %}{% endfor %}`, a: 'A', b: 'B' },
    ],
    ['names that every object has', { main: `{{ constructor }}{{ x.toString }}`, a: '' }],
    [
      'filters and tests',
      {
        main: `{{ list | join(',') | upper }}{{ 3 is odd }}{{ list | sort(true) | first }}{{ [1, 2] | select('odd') | join }}`,
      },
    ],
  ])('%s', (_what, templates) => {
    expect(draw(templates)).toBe(drawByNunjucks(templates));
  });
});

test('includes stand where Nunjucks loses them: in macros and in text that is set', () => {
  const templates = {
    main: `{% macro m() %}<{% include "a" %}>{% endmacro %}{% set x %}{% include "a" %}{% endset %}{{ m() }}{{ x }}`,
    a: 'a',
  };
  expect(draw(templates)).toBe('<a>a');
});

test('a template that is not there', () => {
  expect(draw({ main: 'x{% include "none" ignore missing %}y' })).toBe('xy');
  expect(() => draw({ main: 'x\n{% include "none" %}' })).toThrow(/main\.njk\)[\s\S]*template not found: none/);
  expect(() => draw({ main: '{% extends "none" %}' })).toThrow(/template not found: none/);
  expect(() => createEngine({}).render('main', {})).toThrow('template not found: main');
});

// While it draws, Nunjucks counts lines from 0; the parser counts them from 1.
test('a fault is told where it is, once', () => {
  const told = (templates: Templates): string => {
    try {
      return draw(templates);
    } catch (error) {
      return String(error);
    }
  };
  const inside = told({ main: 'x\n{% include "a" %}', a: '\n\n{{ lacking() }}' });
  expect(inside).toMatch(/\(main\.njk\)[\s\S]*\(a\.njk\) \[Line 2, Column \d+\][^(]*lacking/);
  expect(inside.match(/a\.njk/g)).toHaveLength(1);
  expect(told({ main: '{% include "a" %}\n\n\n{{ lacking() }}', a: 'x' })).toMatch(
    /^[^(]*\(main\.njk\) \[Line 3, Column \d+\][^(]*lacking/,
  );
  expect(told({ main: '{% include "a" %}', a: '\n{% nope %}' })).toMatch(/\(a\.njk\) \[Line 2, Column \d+\][^(]*nope/);
  expect(
    told({ main: '{% extends "a" %}{% block b %}\n{{ lacking() }}{% endblock %}', a: '{% block b %}{% endblock %}' }),
  ).toMatch(/lacking/);
});

test('templates that include themselves come to an end', () => {
  expect(() => draw({ main: '{% include "main" %}{% include "main" %}' })).toThrow(/call stack/);
  expect(draw({ main: '{% set n = (n or 0) + 1 %}{{ n }}{% if n < 50 %}{% include "main" %}{% endif %}' })).toMatch(
    /^123.*50$/,
  );
});

test('after a fault the next page is drawn', () => {
  const engine = createEngine({ main: '{% include "a" %}', a: '{{ run() }}' });
  for (let at = 0; at < 300; at++) expect(() => engine.render('main', {})).toThrow(/run/);
  expect(engine.render('main', { run: () => 'fine' })).toBe('fine');
});

test('a getter is asked once, and a method knows its object', () => {
  let asked = 0;
  const object = {
    get name(): string {
      asked++;
      return 'n';
    },
    own: 'o',
    method(): string {
      return this.own;
    },
  };
  expect(createEngine({ main: '{{ object.name }}{{ object.method() }}' }).render('main', { object })).toBe('no');
  expect(asked).toBe(1);
});

test('helpers know the variables of their template', () => {
  function helper(this: { lookup(name: string): unknown; ctx: Record<string, unknown> }): string {
    return `${this.lookup('title')}${this.ctx.title}`;
  }
  expect(createEngine({ main: '{{ helper() }}' }).render('main', { helper, title: 't' })).toBe('tt');
});
