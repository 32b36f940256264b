import type { PlaceMention } from '../../jurisdiction/index.ts';
import { type Candidate, clean, looksLikePinyin, normalise } from '../../knowledge/search/index.ts';
import type { Locale } from '../../messages.ts';
import type { TurnContext } from '../skill.ts';
import { speaksOfOthers } from './elsewhere.ts';
import { detectLocale } from './language.ts';
import { weighCandidates } from './weigh-candidates.ts';
import {
  accusesOfficials,
  asksForContact,
  defendsOwn,
  readWish,
  speaksOfPaperwork,
  speaksOfProcedure,
  type WishKind,
} from './wish.ts';
import { dropYears, findYears, pointsBackToYear } from './years.ts';

/** How many candidates the decision looks at: the best, and the three that may be offered. */
const CANDIDATES = 8;
/** Longer messages carry a story; what is asked stands near the start or the end. */
const RANKED_CHARACTERS = 400;

/** What was heard in one message: the words, the slots in them, and what they may be about. */
export interface Heard {
  readonly text: string;
  /** Without courtesy, script and width differences: what words are compared with. */
  readonly normal: string;
  readonly locale: Locale | undefined;
  readonly years: readonly number[];
  /** true for 那年: the year spoken of before is meant. */
  readonly sameYear: boolean;
  readonly places: readonly PlaceMention[];
  readonly wish: WishKind;
  /** Speaks of the procedure itself: 答复, 补正, 复议 … */
  readonly procedure: boolean;
  /** Speaks of forms, papers and time limits, as disclosure and many other matters have them. */
  readonly paperwork: boolean;
  /** Accuses officials of a breach of duty or law. */
  readonly accuses: boolean;
  /** Others ask for what is the speaker's own. */
  readonly defends: boolean;
  /** Asks how, where or when an authority is reached. */
  readonly contact: boolean;
  /** Another authority or place than the desk's own is named. */
  readonly elsewhere: boolean;
  readonly candidates: readonly Candidate[];
  /** Probability that it is about something no authority deals with: shopping, travel, games. */
  readonly outside: number;
  /** Id of a kind of authority named outright: 教育局, 车管所. */
  readonly authority: string | undefined;
  /** The desk's own authority is named, and no other. */
  readonly ours: boolean;
  readonly matters: readonly { readonly id: string; readonly score: number }[];
}

/** Who says so means the desk's own authority, whatever else is named. */
const SPEAKS_TO_US = /你们|您们|贵局|贵单位|你局|你单位/u;

function shorten(text: string): string {
  if (text.length <= RANKED_CHARACTERS) return text;
  const half = RANKED_CHARACTERS / 2;
  return `${text.slice(0, half)} ${text.slice(-half)}`;
}

/** Whether there is a word in it at all: digits, signs and random letters ask nothing. */
function isWorded(text: string): boolean {
  return (
    /\p{Script=Han}/u.test(text) || (detectLocale(text) === 'en' && /[a-z]{3}/iu.test(text)) || looksLikePinyin(text)
  );
}

function judgeOutside(found: readonly Candidate[], { base }: TurnContext['release']): number {
  const ids = new Set(base.intents.filter(({ does }) => does === 'outside').map(({ id }) => `intent/${id}`));
  return Math.max(0, ...found.filter(({ id }) => ids.has(id)).map(({ probability }) => probability));
}

/** 信访 is a word of complaints and part of the bureau's name; only the first tells the wish. */
function dropOwnName(text: string, { base: { profile } }: TurnContext['release']): string {
  const names = [profile.name, ...profile.short].toSorted((a, b) => b.length - a.length);
  return names.reduce((left, name) => left.replaceAll(name, ''), text);
}

/** Authorities named outright. Who names the desk's own wants an answer, not a referral. */
function findNamed(
  text: string,
  places: readonly PlaceMention[],
  { jurisdiction }: TurnContext['release'],
): Pick<Heard, 'authority' | 'ours'> {
  const place = places.find(({ kind, candidates }) => kind === 'named' && candidates.length === 1)?.candidates[0];
  const kinds = jurisdiction
    .findAuthorities(text)
    .flatMap((found) => (found.guessed || !found.kind ? [] : found.kind.id));
  const others = kinds.filter((kind) => !jurisdiction.refer(kind, place?.code ?? null).ours);
  return { authority: others[0], ours: kinds.length > 0 && others.length === 0 };
}

/** Reads one message. Pure; the same message on the same release and day is heard the same. */
export function hear(raw: string, context: Pick<TurnContext, 'release' | 'today'>): Heard {
  const { release, today } = context;
  const text = clean(raw);
  const ranked = shorten(text);
  const subject = dropYears(ranked);
  const normal = normalise(ranked);
  const { wishes, answers } = release.base;
  const places = release.jurisdiction.findPlaces(ranked);
  const elsewhere = speaksOfOthers({ text, places }, release);
  const found = isWorded(text) ? release.search.search(subject, CANDIDATES) : [];
  const spoken = { normal, elsewhere: elsewhere && !SPEAKS_TO_US.test(normal) };
  return {
    text,
    normal,
    locale: detectLocale(ranked),
    years: findYears(ranked, today),
    sameYear: pointsBackToYear(ranked),
    places,
    wish: readWish(dropOwnName(ranked, release), wishes),
    procedure: speaksOfProcedure(ranked, wishes),
    paperwork: speaksOfPaperwork(ranked, wishes),
    accuses: accusesOfficials(normal, wishes),
    defends: defendsOwn(normal, wishes),
    contact: asksForContact(normal, wishes),
    elsewhere,
    candidates: weighCandidates(found, spoken, new Map(answers.map((answer) => [answer.id, answer]))),
    outside: judgeOutside(found, release),
    ...findNamed(subject, places, release),
    matters: release.jurisdiction.findMatters(subject, 4).map((found) => ({ id: found.matter.id, score: found.score })),
  };
}
