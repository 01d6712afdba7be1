import { expect, test } from 'vitest';
import { findCases } from '../../../support/cases.ts';
import { renderText } from './post.ts';

/**
 * HTML of which two browsers make the same page: attributes in order, those left out that
 * hold nothing or say only how a picture is loaded, and the size and the text which we
 * give to pictures and frames that have none.
 */
function normalise(html: string, ours: readonly string[]): string {
  return html
    .replace(/<(\w+)((?:\s+[^<>\s=]+(?:="[^"]*")?)*)\s*\/?>/g, (_whole, name: string, attributes: string) => {
      const kept = [...attributes.matchAll(/[^\s=]+(?:="[^"]*")?/g)]
        .map(([attribute]) => attribute)
        .filter((attribute) => !/^(?:loading|decoding|rel)=|=""$/.test(attribute))
        .filter((attribute) => !ours.some((name) => attribute.startsWith(`${name}=`)));
      return `<${[name, ...kept.sort()].join(' ')}>`;
    })
    .replace(/<\/?p>|<br>/g, '')
    .replaceAll('google.com/"', 'google.com"')
    .replaceAll('&#x2F;', '/')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .replaceAll('> <', '><')
    .trim();
}

/** The HTML in these cases was made by Hexo 8.1.2 with hexo-renderer-marked 7.0.1. */
test.each([...findCases('tags').values()].flat())('$title gives what Hexo gives', ({ markdown, html }) => {
  const ours = ['width', 'height', 'alt', 'title'].filter((name) => !html.includes(` ${name}="`));
  expect(normalise(renderText(markdown).html, ours)).toBe(normalise(html, ours));
});
