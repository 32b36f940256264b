import type { Wish } from '../../knowledge/schema/intent.ts';
import { compilePattern } from './speech-pattern.ts';

/** What a message is after: to have information shown, something put right, or plainly to know. */
export type WishKind = 'document' | 'complaint' | 'question';

const compiled = new WeakMap<Wish, readonly RegExp[]>();

function compilePatterns(wish: Wish): readonly RegExp[] {
  const known = compiled.get(wish) ?? wish.patterns.map((pattern) => compilePattern(pattern, true));
  compiled.set(wish, known);
  return known;
}

function speaksOf(kind: Wish['wish'], text: string, wishes: readonly Wish[]): boolean {
  return wishes.some(
    (wish) =>
      wish.wish === kind &&
      (wish.terms.some((term) => text.includes(term)) || compilePatterns(wish).some((pattern) => pattern.test(text))),
  );
}

/** Reads the wish from the words that carry it; a complaint outweighs a wish for papers when both are there. */
export function readWish(text: string, wishes: readonly Wish[]): WishKind {
  if (speaksOf('complaint', text, wishes)) return 'complaint';
  if (speaksOf('document', text, wishes)) return 'document';
  // Files, data and materials are things of everyday life as well; who wants to see them says so.
  return speaksOf('papers', text, wishes) && speaksOf('inspect', text, wishes) ? 'document' : 'question';
}

/** Whether a message speaks of forms, papers and time limits, as any procedure has them (申请表, 期限 …). */
export function speaksOfPaperwork(text: string, wishes: readonly Wish[]): boolean {
  return speaksOf('paperwork', text, wishes);
}

/** Whether a message accuses officials of a breach of duty or law (贪污, 受贿 …). */
export function accusesOfficials(text: string, wishes: readonly Wish[]): boolean {
  return speaksOf('misconduct', text, wishes);
}

/** Whether a message asks how, where or when an authority is reached. */
export function asksForContact(text: string, wishes: readonly Wish[]): boolean {
  return speaksOf('contact', text, wishes);
}

/** Whether a message speaks of the procedure itself (答复, 补正, 复议 …) rather than of a matter. */
export function speaksOfProcedure(text: string, wishes: readonly Wish[]): boolean {
  return speaksOf('procedure', text, wishes);
}

/** Whether others ask for what is the speaker's own: that is a third party, whatever the papers are about. */
export function defendsOwn(text: string, wishes: readonly Wish[]): boolean {
  return speaksOf('defend', text, wishes);
}
