import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Tables } from './tables.ts';

/** Stands for a value while a query is built, and tells afterwards where the value goes. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Anything asked of it is a placeholder by that name. */
const PLACEHOLDERS = new Proxy({}, { get: (_target, name) => new Placeholder(String(name)) });

/**
 * A query that is built and compiled once for each database and then only given its values: building it anew takes
 * longer than SQLite takes to answer. Every value of `given` must end up in the query as a value, none may decide how it
 * is built.
 */
export function prepareQuery<Values extends object, Row>(
  build: (db: Kysely<Tables>, given: Values) => Compilable<Row>,
): (db: Kysely<Tables>, given: Values) => Promise<QueryResult<Row>> {
  // Transactions and connections of one database share its adapter.
  const compiled = new WeakMap<object, CompiledQuery<Row>>();

  function compileFor(db: Kysely<Tables>): CompiledQuery<Row> {
    const { adapter } = db.getExecutor();
    const query = compiled.get(adapter) ?? build(db, PLACEHOLDERS as Values).compile();
    compiled.set(adapter, query);
    return query;
  }

  return (db, given) => {
    const query = compileFor(db);
    const values = new Map<string, unknown>(Object.entries(given));
    const parameters = query.parameters.map((value) => (value instanceof Placeholder ? values.get(value.name) : value));
    return db.executeQuery({ ...query, parameters });
  };
}
