/** Plugins of markdown-it that come without types. */
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  export default function footnote(md: MarkdownIt): void;
}

declare module 'markdown-it-sub' {
  import type { MarkdownIt } from 'markdown-it';
  export default function subscript(md: MarkdownIt): void;
}

declare module 'markdown-it-sup' {
  import type { MarkdownIt } from 'markdown-it';
  export default function superscript(md: MarkdownIt): void;
}

declare module 'markdown-it-mark' {
  import type { MarkdownIt } from 'markdown-it';
  export default function mark(md: MarkdownIt): void;
}

declare module 'markdown-it-ins' {
  import type { MarkdownIt } from 'markdown-it';
  export default function insertion(md: MarkdownIt): void;
}

declare module 'markdown-it-abbr' {
  import type { MarkdownIt } from 'markdown-it';
  export default function abbreviation(md: MarkdownIt): void;
}

declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it';
  export default function definitionList(md: MarkdownIt): void;
}

declare module 'markdown-it-emoji/lib/data/full.mjs' {
  /** Emojis by their names. */
  const emojis: Readonly<Record<string, string>>;
  export default emojis;
}
