import { gatherBlog, urlOf } from '../blog.js';

export async function GET() {
  const { posts } = await gatherBlog();
  const entries = posts.map((post) => `<url><loc>https://bench.example${urlOf(post)}</loc></url>`);
  return new Response(
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`,
  );
}
