/**
 * All that Mojing says about a site, in one table: the code of each diagnostic, its
 * severity, what happened and what to do. Codes are permanent. `{name}` is filled
 * from the diagnostic's values.
 *
 * Style: what happened first, in one sentence, without blame; then the remedy.
 */
import type { Diagnostic, Location, Severity, Values } from '../base/diagnostic.ts';
import { fillIn } from '../base/text.ts';

export interface Message {
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
}

const error = (message: string, hint?: string): Message => ({ severity: 'error', message, ...(hint && { hint }) });
const warning = (message: string, hint?: string): Message => ({ severity: 'warning', message, ...(hint && { hint }) });

export const messages = {
  'config/syntax': error('The settings cannot be read: {detail}.', '{remedy}'),
  'config/missing': warning(
    'There is no _config.yml; the defaults are used.',
    'Write one with at least `title` and `url`.',
  ),
  'config/not-a-map': error(
    'The settings are not a list of `key: value` lines.',
    'Begin each line with a key, such as `title: My blog`.',
  ),
  'config/wrong-value': error('`{key}` has a value that cannot be used: {detail}.', '{doc}'),
  'config/unknown-key': warning(
    '`{key}` is no setting of Mojing; nothing reads it but templates.',
    'If a theme or script of yours uses it, leave it; else remove it.',
  ),
  'config/file-missing': error('There is no file {file} with settings.', 'Check what stands behind `--config`.'),
  'config/misspelt-key': warning('`{key}` is no setting of Mojing.', 'Did you mean `{suggestion}`?'),
  'config/hexo-habits': warning(
    'This is a Hexo folder: line feeds are kept as <br> and heading ids are made as Hexo does.',
    'Set `markdown.soft_break` and `markdown.heading_ids` in _config.yml to choose for yourself.',
  ),

  'front-matter/syntax': error('The front matter cannot be read: {detail}.', '{remedy}'),
  'front-matter/not-a-map': error(
    'The front matter is not a list of `key: value` lines.',
    'Put a space after each colon: `title: 標題`.',
  ),
  'front-matter/unclosed': error('The front matter is not closed.', '{remedy}'),
  'front-matter/wrong-fence': error('The front matter does not begin: this line is no fence.', '{remedy}'),
  'front-matter/one-word': warning('`{key}` is a single word to YAML: “{value}”.', 'For several words write `{mend}`.'),
  'front-matter/comment': warning(
    '`{key}` ends here: ` #` begins a comment.',
    'If it belongs to the text, write `{mend}`.',
  ),
  'front-matter/unread-key': warning('Nothing reads the key `{key}`.', 'Write `{mend}`.'),
  'front-matter/no-flag': warning(
    '`{key}: {value}` is neither `true` nor `false`, and was not heeded.',
    'Write `{mend}`.',
  ),
  'front-matter/tabs': warning(
    'The front matter is indented with tabs, which YAML forbids; each was read as two spaces.',
    'Replace the tabs by spaces.',
  ),
  'front-matter/wrong-type': error('`{key}` is {found}, where {wanted} is wanted.', 'Write it as `{example}`.'),

  'post/bad-date': error('`{key}: {value}` is not a date.', '{remedy}'),
  'post/password': warning(
    'The post is locked by `{setting}`, which is not so here: everyone can read it.',
    'Make it a draft, or take the lock away if all may read it.',
  ),
  'post/bad-update': warning('`{key}: {value}` is not a date, and is left out.', '{remedy}'),
  'post/odd-time': warning('`{key}: {value}` is no time of a day; it is read as {date}.', 'Write `{key}: {date}`.'),
  'post/no-date': warning(
    'The post has no date; {from} is used: {date}.',
    'Add a line such as `date: {date}` to its front matter.',
  ),
  'post/not-utf8': error('The file is not UTF-8{guess}.', '{remedy}'),
  'post/empty': warning('The file is empty; it is not published.', 'Write something in it, or remove it.'),
  'post/lost-characters': warning(
    'Characters were lost when this text was saved in another encoding: {count} of U+FFFD, the first here.',
    'Write again what stood there; if the sign itself is meant, write `&#xFFFD;`.',
  ),
  'post/line-separator': warning(
    'A separator of lines ({sign}) stands in the text, {count} in all; not every browser breaks the line there.',
    'End the line there, or delete it.',
  ),
  'post/hidden-character': warning(
    'An invisible character ({sign}) stands beside `{mark}`, so that Markdown takes this line for text.',
    'Delete it, or write an ordinary space.',
  ),
  'post/too-large': error(
    'The text is {megabytes} MB, over the limit of {limit} MB.',
    'Split it, or raise `build.post_megabytes` in _config.yml.',
  ),
  'post/too-slow': error(
    'Rendering took longer than {seconds} seconds and was stopped.',
    'Look for very long runs of brackets or marks; or raise `build.post_seconds` in _config.yml.',
  ),
  'post/render-failed': error(
    'The post could not be rendered: {detail}.',
    'Please report this with the post: it is a fault of Mojing, not of the text.',
  ),
  'post/unknown-permalink-variable': warning(
    'The permalink asks for `{variable}`, which the post does not have; its file name stands in: /{route}',
    'Add `{name}:` to the front matter, or a value under `permalink_defaults`.',
  ),
  'post/no-abbrlink': warning(
    'The post has no `abbrlink`; its title gives one, as `hexo-abbrlink` did: /{route}',
    'Add `abbrlink: {abbrlink}` to its front matter, or the address changes with the title.',
  ),
  'post/legacy-permalink': warning(
    'The permalink `{permalink}` ends in neither `/` nor an extension.',
    'It is published as a file of just that name, as Hexo does; end it with `/` for a folder.',
  ),
  'post/note-unused': warning(
    'Nothing refers to the note `[^{note}]`, so it is not shown.',
    'Write `[^{note}]` where it belongs in the text, or delete it.',
  ),
  'post/note-twice': warning(
    'The note `[^{note}]` is written more than once; only the last is shown.',
    'Give this one another name, here and where it is referred to.',
  ),
  'post/container-unclosed': warning(
    'The container `{sign}` is not closed; it is shown as text.',
    'Write the same marks, such as `:::`, on a line of their own below its content.',
  ),
  'post/row-cut': warning(
    'The row has more cells than its table, which is {columns} wide; what is beyond is not shown.',
    'Give the first two rows as many cells, or write `\\|` for a bar that is text.',
  ),

  'encoding/unsure': error(
    'The encoding cannot be told for sure; it may be {name} (“{sample}”). The file was left as it is.',
    'If that reads right, convert it with `--from {name}`.',
  ),
  'encoding/another': error(
    'The file is not in {name}: some of its bytes stand for nothing there. It was left as it is.',
    'Name another encoding with `--from`.',
  ),
  'encoding/private-use': warning(
    'The text holds characters for private use, which only the old encoding’s fonts show.',
    'Look at them and write the characters that are meant.',
  ),
  'encoding/unwritable': error(
    'The file cannot be replaced: {detail}. It is as it was.',
    'Check the permissions and the space left on the disk.',
  ),

  'edition/translation-missing': warning(
    'There is no post `{target}` of which this could be a translation; it is published as a post of its own.',
    'Give the slug, the file name or the title of the post behind `translation:`.',
  ),
  'edition/translation-language': warning(
    'A translation must say its language; this is published as a post of its own.',
    'Add a line such as `lang: {lang}` to its front matter.',
  ),
  'edition/translation-twice': error(
    '{other} is a translation of the same post into the same language.',
    'Remove `translation:` from one of them.',
  ),
  'edition/same-path': error(
    'Two editions want the folder {path}.',
    'Give each edition of `editions` in _config.yml a `path` of its own.',
  ),
  'edition/path-taken': error(
    '{owner} is published at {route}, in the folder of an edition.',
    'Give the edition another `path` in _config.yml, or the page another address.',
  ),

  'data/unreadable': error('The data file cannot be read: {detail}.', 'Mend the YAML or JSON at this place.'),

  'git/none': warning(
    '`updated_option: git` asks for the dates of commits, but the folder is no git repository.',
    'The date of each post stands in for the day it was changed.',
  ),
  'git/shallow': warning(
    'The repository was cloned without its history, so `updated_option: git` knows the last commit only.',
    'Clone it whole: `fetch-depth: 0` in GitHub Actions, `git fetch --unshallow` elsewhere.',
  ),

  'file/unreadable': error('The file cannot be read: {detail}.', 'Check its permissions.'),
  'file/symlink-outside': warning(
    'The link leads outside the site ({target}); it was left out.',
    'Copy the file into the site.',
  ),
  'file/symlink-private': warning(
    'The link leads to {target}, which is never published; it was left out.',
    'Copy the file into the site.',
  ),
  'file/symlink-broken': warning(
    'The link leads to {target}, which cannot be reached; it was left out.',
    'Mend the link, or remove it.',
  ),
  'file/special': warning('This is neither a file nor a folder; it was left out.', 'Remove it from the site.'),

  'output/is-site': error(
    'The output folder ({setting}) is the site itself or holds it; nothing was touched.',
    'Set `public_dir` to a folder of its own, such as `public`.',
  ),
  'output/is-kept': error(
    'The output folder ({setting}) lies in, is or holds {folder}/, which Mojing never writes to; nothing was touched.',
    'Set `public_dir` to a folder of its own, such as `public`.',
  ),
  'output/outside': error(
    'The output folder ({setting}) leads outside the site, to {folder}; nothing was touched.',
    'Set `public_dir` to a folder in the site, or name the other one with `--out`.',
  ),
  'output/not-a-folder': error(
    'The output folder ({setting}) is not a folder: {detail}; nothing was touched.',
    'Move it away, or set `public_dir` to another folder.',
  ),
  'output/foreign': error(
    'The output folder ({setting}) holds files that Mojing did not write, such as {file}; nothing was touched.',
    'Set `public_dir` to another folder, or empty this one yourself.',
  ),
  'output/in-the-way': error(
    'In the output folder ({setting}), {file} is not ours and stands where {place} must go; nothing was touched.',
    'Move it away, or give the page another address.',
  ),
  'output/unwritable': error(
    'The output folder ({setting}) cannot be written: {detail}.',
    'Check the permissions and the space left on the disk.',
  ),
  'output/locked': error(
    'Another build is already running here (process {pid} on {host}); gave up after {seconds} seconds.',
    'Wait for it to end; if there is none, remove {file}.',
  ),

  'serve/failed': error(
    'The site could not be built: {detail}.',
    'The next save tries again; the last good site is still shown.',
  ),
  'serve/port-used': error(
    'Port {port} on {host} is already in use.',
    'Choose another with `--port`, or leave `--port` out to take the next free one.',
  ),
  'serve/cannot-listen': error(
    'The server cannot listen on {host}, port {port}: {detail}.',
    'Choose others with `--host` and `--port`.',
  ),

  'route/duplicate': error(
    '{owner} and {other} both want the address {route}.',
    'Change the `permalink`, date or file name of one of them.',
  ),
  'route/replaced': warning(
    '{owner} takes the address {route}, so {other} is not published.',
    'Give the page another address if you want both.',
  ),
  'route/inside-file': error(
    '{owner} wants the address {route}, but {other} is published as a file where a folder is needed.',
    'Change the address of one of them.',
  ),
  'route/outside': error(
    'The address {route} leads outside the site.',
    'Remove `..`, drive letters and slashes at its start from the permalink.',
  ),
  'route/nul': error('The address {route} holds a control character.', 'Remove it from the title, slug or permalink.'),
  'route/too-long': error(
    'The address {route} is too long for a file system.',
    'Give the post a shorter `permalink`; 80 Chinese characters are the limit of one part.',
  ),
  'route/unportable': warning(
    'Windows cannot make a file named `{part}`, which the address {route} asks for.',
    'Give the post another `permalink` or file name, if the site is ever to lie on Windows.',
  ),
  'route/term-clash': warning(
    'The {taxonomy} “{name}” and “{rival}” would share the address {route}; “{name}” lives at {given}.',
    'Use one spelling, or set the slug in `{map}`.',
  ),

  'theme/missing': error(
    'There is no theme named {name}. Looked in {places}.',
    'Set `theme` in _config.yml to one of: {known}.',
  ),
  'theme/hexo': warning(
    'The theme {name} is made for Hexo and cannot be used here; mist stands in for it.',
    '`mojing doctor --write` writes down what is taken over of its settings; then set `theme: mist` in _config.yml.',
  ),
  'theme/old-settings': warning(
    'The settings of the theme {name} cannot be read, so that nothing in them is taken over: {detail}.',
    '{remedy}',
  ),
  'theme/empty': error(
    'The theme {name} has no layouts.',
    'A theme needs at least `layout/index.njk` and `layout/post.njk`.',
  ),
  'theme/no-index': warning(
    'The theme {name} has no layout `index`, which draws the home page.',
    'Another of its layouts stands in; add `layout/index.njk`.',
  ),
  'theme/no-layout': error(
    'The theme has none of the layouts {layouts}, which {owner} asks for.',
    'Add one of them to `layout/`, or change `layout:` in the front matter.',
  ),
  'theme/bad-words': error('The words of the theme cannot be read: {detail}.', 'Mend the YAML at this place.'),
  'template/failed': error('The template failed on the page {page}: {detail}.', '{remedy}'),

  'script/failed': error('The script failed: {detail}.', 'Mend the script; the other scripts were run.'),
  'script/no-export': error(
    'The script has no default export that is a function.',
    'Write `export default ({ tag, helper, filter, generator, injector }) => { … }`.',
  ),
  'script/hexo': warning(
    'The script is written for Hexo (`{call}`), and was not run.',
    'Write `export default ({ tag, helper, filter, generator, injector }) => { … }`, and in it `{equivalent}`.',
  ),
  'script/hexo-only': warning(
    'The script is written for Hexo (`{call}`), and was not run; there is nothing like this call here.',
    'If something is missing without it, write it with one of `tag`, `helper`, `filter`, `generator`, `injector`; else remove the script.',
  ),
  'script/typescript': error(
    'Node {version} does not run TypeScript.',
    'Use Node 22.18 or later, or write the script in JavaScript.',
  ),

  'tag/unknown': warning(
    'There is no tag `{name}`; it is shown as written.',
    'If it is not meant as a tag, put it between backticks.',
  ),
  'tag/unknown-pair': warning(
    'There is no tag `{name}`; its words and what stands between it and `end{name}` are shown without its looks.',
    'Remove the pair, or write the tag as a script in `scripts/`.',
  ),
  'tag/unclosed': warning('The tag `{name}` is not closed.', 'Add `{% end{name} %}` below its content.'),
  'tag/bad-arguments': warning('The tag `{name}` cannot be used like this: {detail}.', '{usage}'),

  'link/post-missing': warning('There is no post `{target}`; its text is shown without a link.', '{suggestion}'),
  'link/file-missing': warning('The link leads to {target}, which does not exist.', '{suggestion}'),
  'image/missing': warning('The picture {target} does not exist.', '{suggestion}'),
  'image/empty': warning('The picture has no address.', 'Write its file between the parentheses: `![](name.png)`.'),
  'image/local-path': warning(
    'The picture {target} is a path on the writer’s own machine.',
    'Put the file beside the post and write only its name.',
  ),

  'math/unknown-command': warning('KaTeX does not know {command}.', '{suggestion}'),
  'math/syntax': warning('The formula cannot be read: {detail}.', 'Its source is shown in its place.'),
  'math/unknown-environment': warning('KaTeX does not know the environment {name}.', '{suggestion}'),
  'math/distrusted': warning(
    '{command} is not obeyed in formulas.',
    'Use Markdown for links and pictures; what a formula loads or names could do harm.',
  ),
  'math/unclosed': warning(
    '`{sign}` opens a formula that does not end, or closes one that did not begin; it is shown as text.',
    'Write its partner, or `\\$` if no formula is meant.',
  ),
  'math/digit-after': warning(
    'A digit follows the closing `$`, so this was read as money and not as a formula.',
    'Put a space between them.',
  ),
  'math/unknown-label': warning('No equation has the label `{label}`.', '{suggestion}'),
  'math/unknown-post': warning(
    'There is no post `{post}` whose equation `{label}` could be referred to.',
    '{suggestion}',
  ),
  'math/unknown-equation': warning('The post `{post}` has no equation `{label}`.', '{suggestion}'),
  'math/label-without-number': warning(
    'The equation labelled `{label}` has no number to refer to.',
    'Put it into `equation` or `align`, or write `\\tag{…}`.',
  ),
  'math/duplicate-label': warning(
    'The label `{label}` was given to an earlier equation.',
    'Rename one of them; references lead to the first.',
  ),
  'math/unescaped': warning(
    'The formulas of this post are escaped for another renderer; the escapes were undone.',
    'Set `math.unescape: marked` in _config.yml if all posts are written so; or write TeX as it is.',
  ),
  'math/doubled-backslash': warning(
    'TeX reads this as a line break and letters, not as `{command}`.',
    'Write one backslash.',
  ),
  'math/escaped-underscore': warning('`\\_` shows an underscore.', 'For a subscript write `_{…}`.'),
  'math/empty-row': warning('Four backslashes make an empty row.', 'End a row with two.'),
  'math/comment': warning('`%` begins a comment, which hides “{hidden}”.', 'For the sign write `\\%`.'),
  'math/percent': warning('`%` would begin a comment; it was read as the sign.', 'Write `\\%`.'),
  'math/invisible': warning('An invisible character ({sign}) stands in the formula; it was left out.', 'Delete it.'),
  'math/entity': warning('HTML entities are no TeX; they were decoded.', 'Write the sign itself, or its command.'),
  'math/statement-unclosed': warning(
    '`{sign}` has no end of its own; it ends with the container within it or around it.',
    'Write `:::` on a line of its own below its content.',
  ),
  'math/unknown-statement': warning(
    'No statement has the label `{label}`.',
    'Check its spelling, or write `{#{label}}` behind the name of the statement.',
  ),
  'math/duplicate-statement': warning(
    'The label `{label}` was given to an earlier statement.',
    'Rename one of them; references lead to the first.',
  ),
  'math/escape': warning('An escape for another renderer was undone here.', 'Write TeX as it is.'),

  'check/broken-link': warning('The link leads to {target}, which does not exist{where}.', '{suggestion}'),
  'check/broken-anchor': warning(
    'The link leads to {target}, but no place there is named `#{anchor}`{where}.',
    '{suggestion}',
  ),
  'check/missing-file': warning('{what} {target} does not exist{where}.', '{suggestion}'),
  'check/unused-asset': warning(
    'No page uses the file {target}.',
    'Remove it if nobody needs it; a link to it from elsewhere is not seen here.',
  ),
  'check/heavy-page': warning(
    'The page {page} weighs {kilobytes} KB with what it loads, {html} KB of it HTML; the limit is {limit} KB.',
    'Make its pictures smaller or split it; or raise `check.page_kilobytes` in _config.yml.',
  ),
  'check/foreign-host': warning(
    'Readers load {what} from {host}{where}.',
    'Copy them into the site; or allow the host under `build.allow_hosts` in _config.yml.',
  ),
} as const satisfies Record<string, Message>;

export type Code = keyof typeof messages;

/** A diagnostic with the severity its code has. */
export function diagnose(code: Code, values: Values = {}, at?: Location): Diagnostic {
  return { severity: messages[code].severity, code, values, ...(at && { at }) };
}

/** The sentence and the remedy of a diagnostic, in English. */
export function describe(diagnostic: Diagnostic): { message: string; hint?: string } {
  const known: Readonly<Record<string, Message>> = messages;
  const entry = known[diagnostic.code];
  if (!entry) return { message: diagnostic.code };
  const hint = fillIn(entry.hint ?? '', diagnostic.values);
  return { message: fillIn(entry.message, diagnostic.values), ...(hint && { hint }) };
}
