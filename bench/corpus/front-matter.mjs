/**
 * The front matter of a post as each generator wants it.
 */

/**
 * `flavour` is hexo, hugo, eleventy or astro. Hexo takes categories as paths in a tree; the
 * others get each step of a path as a category of its own, so that all make the same lists.
 */
export function drawFrontMatter({ title, date, time, categories, tags, hasMath, slug }, flavour) {
  const quoted = (words) => `[${words.map((word) => `"${word}"`).join(', ')}]`;
  const lines = [`title: "${title}"`];
  if (flavour === 'hexo') {
    lines.push(`date: ${date} ${time}`, 'categories:', ...categories.map((path) => `  - [${path.join(', ')}]`));
  } else {
    const steps = new Set(categories.flatMap((path) => path.map((_, depth) => path.slice(0, depth + 1).join('/'))));
    const names = [...steps].map((step) => (flavour === 'hugo' ? step.replace('/', '-') : step));
    lines.push(`date: ${date}T${time}Z`, `categories: ${quoted(names)}`);
  }
  if (flavour === 'eleventy') {
    lines.push('tags: post', 'layout: post.njk', `permalink: "/${date.replaceAll('-', '/')}/${slug}/"`);
  }
  lines.push(`${flavour === 'eleventy' ? 'labels' : 'tags'}: ${quoted(tags)}`);
  if (flavour === 'hugo') lines.push(`years: ["${date.slice(0, 4)}"]`, `months: ["${date.slice(0, 7)}"]`);
  if (hasMath) lines.push('mathjax: true');
  return `---\n${lines.join('\n')}\n---\n\n`;
}
