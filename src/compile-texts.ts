import type { Plugin } from 'vite';
import { parse } from 'yaml';
import { z } from 'zod';

const catalogueSchema = z.record(z.string(), z.string());

/** Lets the page import `messages/<locale>/web.yaml`: the texts become part of its script. */
export function compileTexts(): Plugin {
  return {
    name: 'compile-texts',
    transform(source, id) {
      if (!id.endsWith('.yaml')) return undefined;
      return { code: `export const texts = ${JSON.stringify(catalogueSchema.parse(parse(source)))};`, map: null };
    },
  };
}
