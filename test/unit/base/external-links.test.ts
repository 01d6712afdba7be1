import { expect, test } from 'vitest';
import { leadsElsewhere, openElsewhere } from '../../../src/base/external-links.ts';

const elsewhere = { url: 'https://example.com/blog', exclude: ['Own.example'] };

test.each([
  ['https://example.org/', true],
  ['//example.org/', true],
  ['HTTP://EXAMPLE.ORG', true],
  ['https://example.com/x', false],
  ['https://own.example:8080/', false],
  ['https://sub.example.com/', true],
  ['/x', false],
  ['#x', false],
  ['mailto:a@example.org', false],
])('%s leads elsewhere: %s', (address, expected) => {
  expect(leadsElsewhere(address, elsewhere)).toBe(expected);
});

test.each([
  ['<a href="https://a.org">x</a>', '<a href="https://a.org" rel="noopener" target="_blank">x</a>'],
  [
    "<a class='b' href='//a.org/?x>1'>x</a>",
    '<a class=\'b\' href=\'//a.org/?x>1\' rel="noopener" target="_blank">x</a>',
  ],
  ['<A HREF=https://a.org>x</A>', '<A HREF=https://a.org rel="noopener" target="_blank">x</A>'],
  ['<a rel="me nofollow" href="https://a.org">', '<a rel="me nofollow noopener" href="https://a.org" target="_blank">'],
  ['<a rel="noopener" href="https://a.org">', '<a rel="noopener" href="https://a.org" target="_blank">'],
  ['<a href="https://a.org" target="_self">', undefined],
  ['<a href="/x">', undefined],
  ['<abbr href="https://a.org">', undefined],
  ['<a data-href="https://a.org" href="/x">', undefined],
  ['<script>x = "<a href=\'https://a.org\'>"</script>', undefined],
  ['&lt;a href="https://a.org"&gt;', undefined],
])('%s', (html, expected) => {
  expect(openElsewhere(html, elsewhere)).toBe(expected ?? html);
});
