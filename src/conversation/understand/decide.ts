import type { Candidate, Thresholds } from '../../knowledge/search/index.ts';
import type { FigureQuery } from './figure-query.ts';
import type { Heard } from './hear.ts';
import type { WishKind } from './wish.ts';

/** From which probability on the release answers, and from which on it offers; fitted to it. */
export type Least = Pick<Thresholds, 'answer' | 'offer'>;

/** What is likely enough to be offered rather than told what any wish for papers is told, as a share of what an answer needs. */
const LIKELY = 5 / 8;

/**
 * The same for every release. An answer needs `outrank` to stand before a matter named in plain words, and `sure` to stand
 * before something else asked for. `words` is how plainly a message must name a matter, `plain` when it names it beyond
 * doubt, `figure` how plainly a figure; an `intent`, which is easily left again, needs so much. From `aside` on something of everyday life counts against a matter; `beside` the
 * best are offered that are not far less likely.
 */
const PLAINLY = {
  words: 0.4,
  plain: 0.6,
  figure: 0.4,
  intent: 0.3,
  outrank: 0.65,
  sure: 0.8,
  aside: 0.06,
  beside: 0.03,
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
function isMatterMeant(
  matter: NamedMatter,
  heard: Heard,
  {
    first,
    rival,
    least,
  }: { readonly first: Named | undefined; readonly rival: Named | undefined; readonly least: Least },
): boolean {
  if (heard.defends || (heard.ours && heard.wish !== 'complaint')) return false;
  const everyday = heard.outside > Math.max(matter.phrase, PLAINLY.aside) && heard.wish === 'question';
  if (everyday && (matter.words < PLAINLY.plain || heard.outside >= least.answer)) return false;
  const sure = rival !== undefined && rival.confidence >= PLAINLY.outrank && first === rival;
  if (heard.procedure) return matter.words >= PLAINLY.plain && (rival?.confidence ?? 0) < least.answer;
  if (heard.paperwork && (rival?.confidence ?? 0) >= least.answer) return matter.words >= PLAINLY.words && !sure;
  if (sure) return matter.words >= PLAINLY.plain;
  return matter.words >= PLAINLY.words || (first?.kind === 'matter' && matter.phrase >= least.answer);
}

/**
 * Chooses between the skills: a figure asked for by name, a matter its own words point to, whatever the index is sure
 * of, the wish alone, an offer, and last honesty.
 */
export function decide(
  heard: Heard,
  figure: { query: FigureQuery; confidence: number } | undefined,
  least: Least,
): Decision {
  const ranked = heard.candidates.map(nameOf);
  const [first] = ranked;
  const top = ranked.find((each) => each.kind === 'answer' || each.kind === 'intent');
  const matter = findMatter(heard, ranked);

  if (heard.authority && heard.contact && !heard.procedure) {
    return { do: 'refer', matter: heard.authority, wish: 'question', confidence: PLAINLY.sure };
  }
  if (heard.accuses && heard.wish !== 'document' && !(top && top.confidence >= PLAINLY.outrank)) {
    return { do: 'misconduct', confidence: PLAINLY.sure };
  }
  if (figure && figure.confidence >= Math.max(PLAINLY.figure, top?.confidence ?? 0)) return { do: 'figure', ...figure };
  if (matter && isMatterMeant(matter, heard, { first, rival: top, least })) {
    return { do: 'refer', matter: matter.id, wish: heard.wish, confidence: Math.max(matter.words, matter.phrase) };
  }
  if (first?.kind === 'intent' && first.confidence >= PLAINLY.intent) {
    return { do: 'intent', id: first.id, confidence: first.confidence };
  }
  if (top && top.confidence >= least.answer && top.kind === 'answer') {
    return { do: 'answer', id: top.id, confidence: top.confidence };
  }
  if (heard.authority && !heard.procedure) {
    return { do: 'refer', matter: heard.authority, wish: heard.wish, confidence: PLAINLY.plain };
  }
  const likely = top?.kind === 'answer' && top.confidence >= least.answer * LIKELY;
  if (!heard.procedure && !heard.defends && heard.wish !== 'question' && !likely) {
    return { do: heard.wish, confidence: least.answer };
  }
  const offers = ranked.filter((each) => each.kind !== 'intent' && each.confidence >= PLAINLY.beside).slice(0, 3);
  if (offers.length && (first?.confidence ?? 0) >= least.offer) {
    return {
      do: 'clarify',
      ids: offers.map((each) => `${each.kind}/${each.id}`),
      confidence: offers[0]?.confidence ?? 0,
    };
  }
  return { do: 'unknown', nearest: first ? `${first.kind}/${first.id}` : null };
}
