/**
 * Tags that show code, and drawings written as code.
 */
import { folderOf, joinPath, type SourcePath, toSourcePath, toUrl } from '../../base/path.ts';
import { escapeHtml } from '../../base/text.ts';
import { drawCode, readInfo, TAG_CAPTION } from '../code-rule.ts';
import { tell } from '../context.ts';
import type { TagRow, TagUse } from './definition.ts';
import { dropRaw } from './syntax.ts';
import { say } from './words.ts';

/** The body without empty lines around it and without the indentation that all its lines have. */
export function trimCode(body: string): string {
  const lines = body.replace(/^(?:[ \t]*\n)+|\s+$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}

function drawCodeBlock({ text, body, config }: TagUse): string {
  const language = /\blang:(\S+)/.exec(text)?.[1] ?? '';
  const info = readInfo(`${language || 'plaintext'} ${text.replace(/\blang:\S+/, '')}`, config, TAG_CAPTION);
  return drawCode({ ...info, language: language.toLowerCase(), code: trimCode(dropRaw(body)) }, config);
}

function drawJekyllCode({ args, body, config }: TagUse): string {
  const [language = '', ...options] = args;
  return drawCode(
    { code: trimCode(body), language: language.toLowerCase(), lineNumbers: options.includes('linenos') },
    config,
  );
}

/** A file below `code_dir`, and nothing outside it. */
function findCode({ context, config }: TagUse, path: string): { source: SourcePath; folder: string } | undefined {
  const top = context.post.id.slice(0, context.post.id.length - context.post.source.length);
  const folder = `${top}${config.code_dir}`.replace(/\/$/, '');
  const joined = joinPath(folder, path.replace(/^\/+/, ''));
  const isInside = joined !== undefined && folderOf(`${joined}/`).startsWith(`${folder}/`);
  return isInside ? { source: toSourcePath(joined), folder } : undefined;
}

function drawIncludedCode(use: TagUse): string {
  const { text, args, context, config, map, source } = use;
  const path = args.at(-1) ?? '';
  const found = findCode(use, path);
  const code = found && context.site.readText(found.source);
  if (code === undefined) {
    const values = { target: path, suggestion: `It is looked for below ${found?.folder ?? config.code_dir}/.` };
    tell(context, 'link/file-missing', values, { map, snippet: source });
    return '';
  }
  const option = (key: string): string | undefined => new RegExp(`\\b${key}:(\\S+)`).exec(text)?.[1];
  const [from, to] = [Number(option('from') ?? 1) - 1, Number(option('to') ?? Number.POSITIVE_INFINITY)];
  const words = args.slice(0, -1).filter((arg) => !/^(lang|from|to):/.test(arg));
  const route = found && context.site.routeOfFile(found.source);
  const block = {
    code: code.split('\n').slice(from, to).join('\n').trim(),
    language: option('lang') ?? /\.(\w+)$/.exec(path)?.[1] ?? '',
    title: words.join(' ') || (path.split('/').at(-1) ?? path),
    lineNumbers: config.highlight.line_number,
    ...(route !== undefined && { url: toUrl(context.site.rootOf(route), route), linkText: say(use, 'viewRaw') }),
  };
  return drawCode(block, config);
}

export const codeTags: readonly TagRow[] = [
  {
    names: ['codeblock', 'code'],
    origin: 'Hexo',
    syntax:
      '{% codeblock [title…] [lang:x] [url] [link text…] [mark:1,4-7] [first_line:N] [line_number:true|false] %}…{% endcodeblock %}',
    about: {
      en: 'Code, as in a fence. Nothing in it is a tag or Markdown.',
      zh: '程式碼，同三個反引號。裡面的標籤與 Markdown 都不算數。',
    },
    example: {
      source: '{% codeblock 平方 lang:js %}\nconst f = (x) => x * x; // {% note %}\n{% endcodeblock %}',
      html: '<figure class="highlight js" data-lang="js"><figcaption><span>平方</span></figcaption><pre><code class="hljs language-js"><span class="hljs-keyword">const</span> <span class="hljs-title function_">f</span> = (<span class="hljs-params">x</span>) =&gt; x * x; <span class="hljs-comment">// {% note %}</span></code></pre></figure>',
    },
    body: 'text',
    isFinal: true,
    isBlock: true,
    render: drawCodeBlock,
  },
  {
    names: ['include_code', 'include-code'],
    origin: 'Hexo',
    syntax: '{% include_code [title…] [lang:x] [from:N] [to:N] path %}',
    about: { en: 'A file below `code_dir`, and a link to it.', zh: '`code_dir` 之下的檔案，附連結。' },
    example: {
      source: '{% include_code 平方 lang:js from:1 to:1 square.js %}',
      html: '<figure class="highlight js" data-lang="js"><figcaption><span>平方</span><a href="/blog/downloads/code/square.js">檢視原始檔</a></figcaption><pre><code class="hljs language-js"><span class="hljs-keyword">const</span> <span class="hljs-title function_">f</span> = (<span class="hljs-params">x</span>) =&gt; x * x;</code></pre></figure>',
    },
    body: 'none',
    isFinal: true,
    isBlock: true,
    render: drawIncludedCode,
  },
  {
    names: ['highlight'],
    origin: 'Jekyll',
    syntax: '{% highlight language [linenos] %}…{% endhighlight %}',
    about: { en: 'Code, as Jekyll writes it.', zh: 'Jekyll 寫法的程式碼。' },
    example: {
      source: '{% highlight python %}\nx = 1\n{% endhighlight %}',
      html: '<figure class="highlight python" data-lang="python"><pre><code class="hljs language-python">x = <span class="hljs-number">1</span></code></pre></figure>',
    },
    body: 'text',
    isFinal: true,
    isBlock: true,
    render: drawJekyllCode,
  },
  {
    names: ['mermaid', 'wavedrom'],
    origin: 'NexT',
    syntax: '{% mermaid [type] %}…{% endmermaid %}',
    about: {
      en: 'A drawing for a script of the theme, as a fence of that language; without one its text is shown.',
      zh: '交給主題程式去畫的圖，同該語言的程式碼區塊；沒有程式時顯示原文。',
    },
    example: {
      source: '{% mermaid graph TD %}\nA-->B\n{% endmermaid %}',
      html: `<pre class="mermaid">graph TD
A--&gt;B</pre>`,
    },
    body: 'text',
    isFinal: true,
    isBlock: true,
    render: ({ name, text, body }) =>
      `<pre class="${name}">${escapeHtml([text, trimCode(body)].filter(Boolean).join('\n'))}</pre>\n`,
  },
  {
    names: ['raw'],
    origin: 'Hexo',
    syntax: '{% raw %}…{% endraw %}',
    about: {
      en: 'Tags in it are text; Markdown and formulas are read.',
      zh: '裡面的標籤當文字；Markdown 與公式照常。',
    },
    example: {
      source: '{% raw %}寫 {% note %} 得 **方框**{% endraw %}',
      html: '<p>寫 {% note %} 得 <strong>方框</strong></p>',
    },
    body: 'markdown',
    render: ({ body }) => body,
  },
];
