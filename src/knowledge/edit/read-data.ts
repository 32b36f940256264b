import { CORE_SCHEMA, load } from 'js-yaml';

/** The data in a text, sound or not, so that a form can go on from it; undefined when it is no YAML or holds no fields. */
export function readData(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = text.trim() === '' ? {} : load(text, { schema: CORE_SCHEMA });
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : undefined;
  } catch {
    return undefined;
  }
}
