/** What a page and a stylesheet are seen to use. */
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/check/read-html.ts';
import { readStyles } from '../../../src/check/read-styles.ts';

const usesOf = (html: string): string[] => readHtml(html).uses.map(({ kind, address }) => `${kind} ${address}`);

describe('a page', () => {
  test.each([
    ['<a href="/a/?x=1&amp;y=2#z">', ['link /a/?x=1&y=2#z']],
    ['<area href=/a>', ['link /a']],
    ['<form action="/search/">', ['link /search/']],
    ['<img src=a.png srcset="b.png 1x, c,d.png 2x">', ['picture a.png', 'picture b.png', 'picture c,d.png']],
    ['<picture><source srcset="a.avif 480w,b.avif"></picture>', ['picture a.avif', 'picture b.avif']],
    ['<script src="a.js"></script>', ['script a.js']],
    ['<link rel="stylesheet" href="a.css">', ['style a.css']],
    ['<link rel="preload" as="font" href="a.woff2">', ['font a.woff2']],
    ['<link rel="shortcut icon" href="a.ico">', ['picture a.ico']],
    ['<link rel="alternate" href="/atom.xml">', ['link /atom.xml']],
    ['<link rel="preconnect" href="https://fonts.example/x">', ['other https://fonts.example']],
    ['<link rel="dns-prefetch" href="https://fonts.example">', []],
    ['<meta property="og:image" content="/a.png">', ['picture-for-others /a.png']],
    ['<iframe src="a/"></iframe><object data="a.pdf"></object>', ['frame a/', 'frame a.pdf']],
    ['<video src=a.mp4 poster=a.jpg><track src=a.vtt></video>', ['media a.mp4', 'picture a.jpg', 'media a.vtt']],
    ['<p style="background:url(a.png)">', ['picture a.png']],
    ['<style>@import "a.css"; p{background:url("b.png")}</style>', ['style a.css', 'picture b.png']],
    ['<svg><image href="a.png"/><use href="#x"/></svg>', ['picture a.png']],
    ['<a href="">', []],
    ['<template><a href="/a"></a></template><a href="/b">', ['link /b']],
    ['<!-- <a href="/a"> --><code>&lt;a href="/b"&gt;</code>', []],
    ['<script>document.write("<a href=/a>")</script><textarea><a href=/b></textarea>', []],
  ])('%s', (html, uses) => expect(usesOf(html)).toEqual(uses));

  test('names the places a fragment may lead to', () => {
    const { anchors } = readHtml('<h2 id="甲">x</h2><a name="乙"></a><p name="丙"><template><p id="丁"></template>');
    expect([...anchors]).toEqual(['甲', '乙']);
  });

  test('mentions what a script may load', () => {
    const { mentions } = readHtml('<img data-src="/lazy.png"><script>load("a.json", \'b\')</script>');
    expect(mentions).toEqual(['/lazy.png', 'a.json']);
  });
});

test.each([
  ['a{background:url( "a b.png" )}', ['picture a b.png']],
  ["@import url('a.css') screen;", ['style a.css']],
  ['/* url(a.png) */ b::after{content:"url(b.png)"}', []],
  ['@font-face{src:url(a.woff2),url(a.ttf)}p{background:url(b.png)}', ['font a.woff2', 'font a.ttf', 'picture b.png']],
  ['a{mask:url(#shape)}', []],
])('the stylesheet %s', (css, uses) => {
  expect(readStyles(css).map(({ kind, address }) => `${kind} ${address}`)).toEqual(uses);
});
