export interface Entered {
  readonly texts: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, number>>;
  readonly tableTwo: Readonly<Record<string, (number | null)[]>>;
}

/** What somebody changes, and what it was changed from. */
export interface Typed {
  /** As the desk had it when the first key was struck, or as it was saved last. */
  readonly base: Entered;
  readonly version: number;
  readonly mine: Entered;
  /** Ids of what a colleague saved differently meanwhile. */
  readonly overtaken: readonly string[];
}

type Fields<Value> = Readonly<Record<string, Value>>;
/** Whether two of them, or parts of them, say the same. */
export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function mergeFields<Value>(base: Fields<Value>, mine: Fields<Value>, theirs: Fields<Value>) {
  const merged: Record<string, Value> = {};
  const overtaken: string[] = [];
  for (const id of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const touched = !isSame(mine[id], base[id]);
    const value = touched ? mine[id] : theirs[id];
    if (value !== undefined) merged[id] = value;
    if (touched && !isSame(theirs[id], base[id]) && !isSame(theirs[id], mine[id])) overtaken.push(id);
  }
  return { merged, overtaken };
}

/** What is typed laid over what a colleague saved meanwhile: each keeps what only they changed; what both changed stays as it is typed, and is named. */
export function rebaseEntered({ base, mine, overtaken }: Typed, theirs: Entered, version: number): Typed {
  const texts = mergeFields(base.texts, mine.texts, theirs.texts);
  const figures = mergeFields(base.figures, mine.figures, theirs.figures);
  const tableTwo = mergeFields(base.tableTwo, mine.tableTwo, theirs.tableTwo);
  const entered = { texts: texts.merged, figures: figures.merged, tableTwo: tableTwo.merged };
  const both = [texts, figures, tableTwo].flatMap((each) => each.overtaken);
  return { base: theirs, version, mine: entered, overtaken: [...new Set([...overtaken, ...both])] };
}
