import { gatherBlog, isoDate, urlOf } from '../blog.js';

export async function GET() {
  const { posts } = await gatherBlog();
  const entries = posts.slice(0, 20).map((post) => {
    const content = `<content type="html"><![CDATA[${post.rendered?.html}]]></content>`;
    const link = `<link href="https://bench.example${urlOf(post)}"/>`;
    return `<entry><title>${post.data.title}</title>${link}<updated>${isoDate(post)}</updated>${content}</entry>`;
  });
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>基准博客</title>${entries.join('')}</feed>`,
  );
}
