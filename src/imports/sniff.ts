import { decodeText } from './decode-text.ts';
import { type FileProblem, MOST_BYTES, type Refusal, refuseFile, refuseTooLarge } from './fault.ts';
import { guardZip } from './guard-zip.ts';

/** What a file is by its content, whatever it is called. Of a zip `names` tells the entries; it was found safe to unpack. */
export type Sniffed =
  | { readonly ok: true; readonly kind: 'pdf' }
  | {
      readonly ok: true;
      readonly kind: 'docx' | 'xlsx';
      /** Macros and formulas, which are never run. */
      readonly problems: readonly FileProblem[];
    }
  | { readonly ok: true; readonly kind: 'text'; readonly text: string };

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

async function sniffZip(bytes: Uint8Array): Promise<Sniffed | Refusal> {
  const survey = await guardZip(bytes);
  if ('fault' in survey) return { ok: false, fault: survey.fault };
  const { names, macros, formulas } = survey;
  const kind = names.includes('word/document.xml') ? 'docx' : names.includes('xl/workbook.xml') ? 'xlsx' : undefined;
  if (!kind) return refuseFile('fault_kind');
  const problems = [...(macros ? ['problem_macros'] : []), ...(formulas ? ['problem_formulas'] : [])];
  return { ok: true, kind, problems: problems.map((code) => ({ code, values: {} })) };
}

function sniffText(bytes: Uint8Array): Sniffed | Refusal {
  const declared = /charset=["']?([\w-]+)/iu.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1];
  const decoded = decodeText(bytes, declared);
  if (!decoded) return refuseFile('fault_kind');
  return decoded.text.trim() === '' ? refuseFile('fault_empty') : { ok: true, kind: 'text', text: decoded.text };
}

/**
 * Looks at a file from outside before any library opens it: size, kind by content, zip bombs, locks, encodings (UTF-8,
 * UTF-16, GBK).
 */
export async function sniffFile(bytes: Uint8Array): Promise<Sniffed | Refusal> {
  if (bytes.length === 0) return refuseFile('fault_empty');
  if (bytes.length > MOST_BYTES) return refuseTooLarge();
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return { ok: true, kind: 'pdf' };
  if (startsWith(bytes, 0x50, 0x4b)) return sniffZip(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuseFile('fault_old_office');
  return sniffText(bytes);
}
