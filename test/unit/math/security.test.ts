import { describe, expect, test, vi } from 'vitest';
import { ATTACKS } from './attacks.ts';
import { renderMarkdown } from './render-markdown.ts';

const DELIMITERS: readonly (readonly [string, string])[] = [
  ['$', '$'],
  ['$$', '$$'],
  ['前 $$', '$$ 後'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['\\\\(', '\\\\)'],
  ['$`', '`$'],
  ['```math\n', '\n```'],
  ['{% math %}', '{% endmath %}'],
  ['\\begin{align}\n', '\n\\end{align}'],
  ['$$\n', '\n$$ {#eq:x}'],
  ['# $', '$'],
  ['| a |\n|---|\n| $', '$ |'],
];

/** The tags of some HTML with the names of their attributes; text and values are nothing here. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:\s?="[^"]*")?)*)\s*\/?>/g)].map(
    (match) => `${match[1]} ${(match[2] ?? '').replace(/="[^"]*"/g, '')}`,
  );
}

describe.each(DELIMITERS)('between %s and %s', (open, close) => {
  test.each(ATTACKS)('%s is inert', (tex) => {
    const { html } = renderMarkdown(open + tex + close);
    expect(html).not.toMatch(/<(?:img|script)/);
    expect(html).not.toMatch(/(?:href|src)="(?:javascript:|https?:)/);
    for (const tag of tagsOf(html)) expect(tag).not.toMatch(/\son|data-|\sevil/);
    expect(html).not.toMatch(/(?:id|class)="(?:[^"]* )?evil/);
    expect(html.replace(/<[^<>]*>/g, '')).not.toContain('<');
  });
});

test.each(['<div>\\[', '<p>$$'])('entities between %s and its end do not become elements', (open) => {
  const close = open.includes('$') ? '$$</p>' : '\\]</div>';
  const { html } = renderMarkdown(`${open} &lt;img src=x onerror=alert(1)&gt; ${close}`);
  expect(html).toContain('class="katex');
  expect(html).not.toMatch(/<img|<script/);
});

test('what is not obeyed is told', () => {
  const { diagnostics } = renderMarkdown('$\\href{javascript:alert(1)}{x}$');
  expect(diagnostics.map(({ code, values }) => [code, values.command])).toEqual([['math/distrusted', '\\href']]);
});

test('nothing is written to the console', () => {
  const spies = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => {}));
  renderMarkdown('$\\message{a}\\errmessage{b}\\show\\x ★ 𠮷$ $a \\\\ b$');
  for (const spy of spies) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});

test('sizes end somewhere', () => {
  expect(renderMarkdown('$\\rule{99999em}{99999em}$').html).not.toContain('99999em;');
});
