import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';

/** Rows indexed in one transaction when an earlier version left them out. */
const AT_ONCE = 200;

type Kind = 'name' | 'phone';
type Known = {
  readonly name?: string | undefined;
  readonly contactName?: string | undefined;
  readonly phone?: string | undefined;
};

/** 欧阳 娜娜 and 欧阳娜娜, Ａnna and anna, 阿依古丽·买买提 with any dot are one name. */
function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s·•・‧.．-]/gu, '')
    .toLowerCase();
}

/** +86 138-1234 1234 and 13812341234 are one number; a landline keeps its area code. */
function normalisePhone(phone: string): string {
  const digits = phone.normalize('NFKC').replaceAll(/\D/gu, '');
  return digits.replace(/^(?:00)?86(?=1\d{10}$|0\d{9,11}$)/u, '');
}

const NORMALISE: Readonly<Record<Kind, (text: string) => string>> = { name: normaliseName, phone: normalisePhone };

/** Nobody can tell from it what was hashed without the key, nor match a name with a phone. */
function hashTerm({ sealer }: Executor, kind: Kind, text: string): string {
  return sealer.hash(`index/${kind}`, NORMALISE[kind](text));
}

const dropTerms = prepareQuery((db, given: { readonly number: string }) =>
  db.deleteFrom('request_index').where('number', '=', given.number),
);

const addTerm = prepareQuery((db, given: { readonly kind: Kind; readonly hash: string; readonly number: string }) =>
  db
    .insertInto('request_index')
    .values({ kind: given.kind, hash: given.hash, number: given.number })
    .onConflict((conflict) => conflict.doNothing()),
);

/** Makes a request findable by the requester's and the contact's name and by the phone, replacing what was there. */
export async function indexRequest(executor: Executor, number: string, known: Known): Promise<void> {
  const terms: readonly (readonly [Kind, string | undefined])[] = [
    ['name', known.name],
    ['name', known.contactName],
    ['phone', known.phone],
  ];
  const rows = terms.flatMap(([kind, text]) =>
    text === undefined || NORMALISE[kind](text) === '' ? [] : [{ kind, hash: hashTerm(executor, kind, text), number }],
  );
  await dropTerms(executor.db, { number });
  for (const row of rows) await addTerm(executor.db, row);
}

/** Numbers of the requests of this name or phone, however they were written; of exactly this number. Newest first. */
export async function findRequestsBy(
  executor: Executor,
  wanted: { readonly name: string } | { readonly phone: string } | { readonly number: string },
): Promise<readonly string[]> {
  const all = executor.db.selectFrom('requests').select('requests.number').orderBy('requests.number', 'desc');
  if ('number' in wanted) {
    const number = wanted.number.normalize('NFKC').trim().toUpperCase();
    return (await all.where('requests.number', '=', number).execute()).map((row) => row.number);
  }
  const [kind, text]: [Kind, string] = 'name' in wanted ? ['name', wanted.name] : ['phone', wanted.phone];
  const rows = await all
    .innerJoin('request_index', 'request_index.number', 'requests.number')
    .where('request_index.kind', '=', kind)
    .where('request_index.hash', '=', hashTerm(executor, kind, text))
    .execute();
  return rows.map((row) => row.number);
}

/** Requests stored before there was an index, some of them; none when all are in it. */
export async function readUnindexed({ db }: Executor, after: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('requests')
    .leftJoin('request_index', 'request_index.number', 'requests.number')
    .select('requests.number')
    .where('request_index.number', 'is', null)
    .where('requests.number', '>', after)
    .orderBy('requests.number')
    .limit(AT_ONCE)
    .execute();
  return rows.map((row) => row.number);
}
