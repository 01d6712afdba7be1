/**
 * Scripts written for Hexo: what they call, and how the same is said here.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourcePath } from '../base/path.ts';
import { type Code, diagnose } from '../model/messages.ts';

const CALL = /\bhexo\s*\.\s*(?:extend\s*\.\s*(\w+)\s*\.\s*(?:un)?register\s*\(\s*(?:(['"`])([^'"`]*)\2)?|(\w+))/g;

/** Hexo's scripts are CommonJS with a global `hexo`; they cannot have a default export. */
export function isMadeForHexo(text: string): boolean {
  return /\bhexo\s*\.\s*\w/.test(text) && !/\bexport\s+default\b|\bas\s+default\b/.test(text);
}

/** A diagnostic for each thing that the script registers; one for the script, if it registers nothing. */
export function explainHexoScript(path: SourcePath, text: string): Diagnostic[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));
  const calls = [...code.matchAll(CALL)];
  const registering = calls.filter(([, kind]) => kind !== undefined);
  return (registering.length > 0 ? registering : calls.slice(0, 1)).map((call) => explainCall(path, code, call));
}

function explainCall(path: SourcePath, code: string, call: RegExpExecArray): Diagnostic {
  const [whole, kind = '', , name = 'name', other] = call;
  const before = code.slice(0, call.index);
  const place = {
    file: path,
    line: before.split('\n').length,
    column: before.length - before.lastIndexOf('\n'),
    length: whole.split('\n')[0]?.length ?? 1,
  };
  const asked = kind === '' ? `hexo.${other}` : `hexo.extend.${kind}.register`;
  const isBlock = kind === 'tag' && hasEnd(code.slice(call.index));
  const equivalent = writeEquivalent(kind, name, isBlock);
  const message: Code = equivalent === undefined ? 'script/hexo-only' : 'script/hexo';
  return diagnose(message, { call: asked, equivalent: equivalent ?? '' }, place);
}

/** Whether a tag is registered with an end: `{ends: true}` or `true` as the third argument. */
function hasEnd(text: string): boolean {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[()]/g)) {
    depth += sign === '(' ? 1 : -1;
    if (depth === 0) return /\bends\s*:\s*true|,\s*true\s*$/.test(text.slice(0, index));
  }
  return false;
}

const FILTERS: Readonly<Record<string, string>> = {
  before_post_render: "filter('markdown', (text, post) => …)",
  after_post_render: "filter('html', (html, post) => …)",
  'after_render:html': "filter('page', (html) => …)",
};

/** The same with our verbs; `undefined` if there is nothing like it. */
function writeEquivalent(kind: string, name: string, isBlock: boolean): string | undefined {
  switch (kind) {
    case 'tag':
      return isBlock
        ? `tag('${name}', ({ args, body }) => …, { body: 'markdown' })`
        : `tag('${name}', ({ args }) => …)`;
    case 'helper':
      return `helper('${name}', (…) => …)`;
    case 'filter':
      return FILTERS[name];
    case 'generator':
      return `generator('${name}', (graph) => [{ path, text }])`;
    case 'injector':
      return `injector('${name}', html)`;
    default:
      return undefined;
  }
}
