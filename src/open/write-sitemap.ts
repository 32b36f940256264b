import { XMLBuilder } from 'fast-xml-parser';
import type { Published } from './publish.ts';

const builder = new XMLBuilder({ ignoreAttributes: false });

/** The sitemap of the public side. `origin` as people reach it, without a slash at the end. */
export function writeSitemap({ entries }: Published, origin: string): string {
  const paths = ['/', '/open', '/open/figures', ...entries.map((entry) => `/open/entries/${entry.id}`)];
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    urlset: {
      '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      url: paths.map((path) => ({ loc: `${origin}${path}` })),
    },
  });
}

export function writeRobots(origin: string): string {
  return `User-agent: *\nAllow: /open\nDisallow: /api/\nDisallow: /desk\nSitemap: ${origin}/sitemap.xml\n`;
}
