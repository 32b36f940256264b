import { shortenDescription } from '../cases/index.ts';
import type { Release } from '../conversation/release.ts';
import { type Executor, findRequest, readRequests } from '../store/index.ts';

/** How alike two descriptions must be to be shown, from 0 to 1, and how many are shown. */
const ALIKE = 0.25;
const SHOWN = 5;
/** Earlier requests looked through. */
const LOOKED = 500;
/** How likely an entry must be what is wanted. */
const LIKELY = 0.3;

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
}

/** Share of neighbouring pairs of characters two texts have in common (Dice). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = one.intersection(other).size;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

async function findEarlier(executor: Executor, number: string, description: string) {
  const wanted = pairsOf(description);
  return (await readRequests(executor, { limit: LOOKED }))
    .filter((each) => each.number !== number)
    .map(({ number: its, state, filedOn, outcome, description: text }) => {
      const alike = likeness(wanted, pairsOf(text));
      return { number: its, state, filedOn, outcome, about: shortenDescription(text), alike };
    })
    .filter(({ alike }) => alike >= ALIKE)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, SHOWN);
}

/** What bears on a request: earlier ones like it, what is published already, and who might have what is asked for. */
export async function readRelated(executor: Executor, release: Release, number: string) {
  const request = await findRequest(executor, number);
  const description = request?.description ?? '';
  const found = release.search.search(description, 12).filter(({ probability }) => probability >= LIKELY);
  const idsOf = (kind: string) =>
    found.flatMap(({ id }) => (id.startsWith(`${kind}/`) ? [id.slice(kind.length + 1)] : []));
  const published = idsOf('answer').flatMap((id) => {
    const entry = release.base.answers.find((each) => each.id === id);
    return entry ? [{ id, title: entry.title }] : [];
  });
  const [matter] = idsOf('matter');
  const referral = matter === undefined ? undefined : release.jurisdiction.refer(matter, null);
  const authority =
    referral && !referral.ours
      ? {
          name: referral.authorityName,
          why: referral.why,
          phone: referral.contact?.phone ?? null,
          address: referral.contact?.address ?? null,
        }
      : null;
  return { earlier: await findEarlier(executor, number, description), published: published.slice(0, SHOWN), authority };
}
