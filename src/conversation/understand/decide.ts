import type { Candidate } from '../../knowledge/search/index.ts';
import type { FigureQuery } from './figure-query.ts';
import type { Heard } from './hear.ts';
import type { WishKind } from './wish.ts';

/**
 * Above `answer` a reply is given, above `intent` what is wished for is begun, which is easily left again. Above `offer`
 * the best is offered, with those `beside` it that are not far less likely; below, the bot says it does not know.
 * `likely` is offered rather than told what any wish for papers is told. An answer needs `outrank` to stand before a
 * matter named in plain words, and `sure` to stand before something else asked for. `words` is how plainly a message must
 * name a matter; `plain` when it names it beyond doubt. From `aside` on something of everyday life counts against one.
 */
export const THRESHOLDS = {
  answer: 0.4,
  likely: 0.25,
  aside: 0.06,
  offer: 0.08,
  intent: 0.3,
  beside: 0.03,
  words: 0.4,
  plain: 0.6,
  outrank: 0.65,
  sure: 0.8,
} as const;

/** What the turn will do about a message. Candidate ids carry their kind: `answer/…`, `matter/…`. */
export type Decision =
  | { readonly do: 'intent'; readonly id: string; readonly confidence: number }
  | { readonly do: 'answer'; readonly id: string; readonly confidence: number }
  | { readonly do: 'figure'; readonly query: FigureQuery; readonly confidence: number }
  | { readonly do: 'refer'; readonly matter: string; readonly wish: WishKind; readonly confidence: number }
  | { readonly do: 'clarify'; readonly ids: readonly string[]; readonly confidence: number }
  /** Accuses officials: whose matter that is, the knowledge says. */
  | { readonly do: 'misconduct'; readonly confidence: number }
  /** Wants papers shown, and nothing tells whose they are. */
  | { readonly do: 'document'; readonly confidence: number }
  /** Wants something put right, and nothing tells by whom. */
  | { readonly do: 'complaint'; readonly confidence: number }
  | { readonly do: 'unknown'; readonly nearest: string | null };

interface Named {
  readonly kind: string;
  readonly id: string;
  readonly confidence: number;
}

interface NamedMatter {
  readonly id: string;
  /** How like a question about it the message is, as the index sees it. */
  readonly phrase: number;
  /** How plainly its own words name it. */
  readonly words: number;
}

function nameOf(candidate: Candidate): Named {
  const slash = candidate.id.indexOf('/');
  return {
    kind: candidate.id.slice(0, slash),
    id: candidate.id.slice(slash + 1),
    confidence: candidate.probability,
  };
}

/** The best matter by its words and by its phrasings together. */
function findMatter(heard: Heard, ranked: readonly Named[]): NamedMatter | undefined {
  const words = new Map(heard.matters.map((each) => [each.id, each.score]));
  const phrases = new Map(ranked.filter((each) => each.kind === 'matter').map((each) => [each.id, each.confidence]));
  return [...new Set([...words.keys(), ...phrases.keys()])]
    .map((id) => ({ id, words: words.get(id) ?? 0, phrase: phrases.get(id) ?? 0 }))
    .toSorted((a, b) => b.words + b.phrase / 2 - (a.words + a.phrase / 2))[0];
}

/**
 * Whether a matter is meant rather than an answer. Who speaks of the procedure itself must name a matter beyond doubt;
 * otherwise plain words carry it, unless the index is surer of an answer.
 */
function isMatterMeant(matter: NamedMatter, heard: Heard, rival: Named | undefined, first: Named | undefined): boolean {
  if (heard.defends || (heard.ours && heard.wish !== 'complaint')) return false;
  const everyday = heard.outside > Math.max(matter.phrase, THRESHOLDS.aside) && heard.wish === 'question';
  if (everyday && (matter.words < THRESHOLDS.plain || heard.outside >= THRESHOLDS.answer)) return false;
  const sure = rival !== undefined && rival.confidence >= THRESHOLDS.outrank && first === rival;
  if (heard.procedure) return matter.words >= THRESHOLDS.plain && (rival?.confidence ?? 0) < THRESHOLDS.answer;
  if (heard.paperwork && (rival?.confidence ?? 0) >= THRESHOLDS.answer)
    return matter.words >= THRESHOLDS.words && !sure;
  if (sure) return matter.words >= THRESHOLDS.plain;
  return matter.words >= THRESHOLDS.words || (first?.kind === 'matter' && matter.phrase >= THRESHOLDS.answer);
}

/**
 * Chooses between the skills: a figure asked for by name, a matter its own words point to, whatever the index is sure
 * of, the wish alone, an offer, and last honesty.
 */
export function decide(heard: Heard, figure: { query: FigureQuery; confidence: number } | undefined): Decision {
  const ranked = heard.candidates.map(nameOf);
  const [first] = ranked;
  const top = ranked.find((each) => each.kind === 'answer' || each.kind === 'intent');
  const matter = findMatter(heard, ranked);

  if (heard.authority && heard.contact && !heard.procedure) {
    return { do: 'refer', matter: heard.authority, wish: 'question', confidence: THRESHOLDS.sure };
  }
  if (heard.accuses && heard.wish !== 'document' && !(top && top.confidence >= THRESHOLDS.outrank)) {
    return { do: 'misconduct', confidence: THRESHOLDS.sure };
  }
  if (figure && figure.confidence >= Math.max(THRESHOLDS.answer, top?.confidence ?? 0))
    return { do: 'figure', ...figure };
  if (matter && isMatterMeant(matter, heard, top, first)) {
    return { do: 'refer', matter: matter.id, wish: heard.wish, confidence: Math.max(matter.words, matter.phrase) };
  }
  if (first?.kind === 'intent' && first.confidence >= THRESHOLDS.intent) {
    return { do: 'intent', id: first.id, confidence: first.confidence };
  }
  if (top && top.confidence >= THRESHOLDS.answer && top.kind === 'answer') {
    return { do: 'answer', id: top.id, confidence: top.confidence };
  }
  if (heard.authority && !heard.procedure) {
    return { do: 'refer', matter: heard.authority, wish: heard.wish, confidence: THRESHOLDS.plain };
  }
  const likely = top?.kind === 'answer' && top.confidence >= THRESHOLDS.likely;
  if (!heard.procedure && !heard.defends && heard.wish !== 'question' && !likely) {
    return { do: heard.wish, confidence: THRESHOLDS.answer };
  }
  const offers = ranked.filter((each) => each.kind !== 'intent' && each.confidence >= THRESHOLDS.beside).slice(0, 3);
  if (offers.length && (first?.confidence ?? 0) >= THRESHOLDS.offer) {
    return {
      do: 'clarify',
      ids: offers.map((each) => `${each.kind}/${each.id}`),
      confidence: offers[0]?.confidence ?? 0,
    };
  }
  return { do: 'unknown', nearest: first ? `${first.kind}/${first.id}` : null };
}
