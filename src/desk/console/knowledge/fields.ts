/** One field of a form. Its label is the text `field_<name>`, its help `field_<name>_hint` where there is one. */
export interface Field {
  readonly name: string;
  /** In the place of its name in the keys of its texts. */
  readonly label?: string;
  /** `share`: a number from 0 to 1. `parts`: a list whose members are texts, or hold one of `fields`. */
  readonly kind:
    | 'line'
    | 'area'
    | 'lines'
    | 'day'
    | 'number'
    | 'share'
    | 'choice'
    | 'choices'
    | 'list'
    | 'parts'
    | 'group';
  readonly choices?: readonly string[];
  /** Lines an area shows. */
  readonly rows?: number;
  /** Of a list: the fields its members are called by; their number where there is none. */
  readonly named?: readonly string[];
  /** Shown only where the group it stands in has it. */
  readonly held?: boolean;
  /** Of a list: what a new member has. */
  readonly begin?: Readonly<Record<string, string>>;
  /** Of a list: members are neither added nor taken away here. */
  readonly fixed?: boolean;
  /** Fields of a group, or of each member of a list. */
  readonly fields?: readonly Field[];
}

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of the kinds there are most of. */
export const line = (name: string, label = name): Field => ({ name, label, kind: 'line' });
export const area = (name: string, label = name): Field => ({ name, label, kind: 'area' });
export const lines = (name: string, label = name): Field => ({ name, label, kind: 'lines' });
export const number = (name: string, label = name): Field => ({ name, label, kind: 'number' });
export const day = (name: string, label = name): Field => ({ name, label, kind: 'day' });

/** Whether what was written as YAML has the shape a form shows: a list where it has a list, fields where it has a group. */
export function fitsForm(fields: readonly Field[], data: Data): boolean {
  return fields.every(({ name, kind, fields: inner = [] }) => {
    const value = data[name];
    if (value === undefined || value === null) return true;
    if (kind === 'lines' || kind === 'choices') return Array.isArray(value) && value.every((each) => !isData(each));
    if (kind === 'parts')
      return (
        Array.isArray(value) &&
        value.every((each) => typeof each === 'string' || (isData(each) && fitsForm(inner, each)))
      );
    if (kind === 'list') return Array.isArray(value) && value.every((each) => isData(each) && fitsForm(inner, each));
    return kind === 'group' ? isData(value) && fitsForm(inner, value) : !isData(value) && !Array.isArray(value);
  });
}

/** What is typed for a value is a number unless it was text before: a postcode stays text, as does a day. */
function readValue(typed: unknown, before: unknown): unknown {
  const isNumber =
    typeof typed === 'string' && typeof before !== 'string' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(typed);
  return isNumber ? Number(typed) : typed;
}

/** What was left empty is not written. */
export function prune(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trimEnd();
  if (Array.isArray(value)) {
    const kept = value.map(prune).filter((each) => each !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (!isData(value)) return value ?? undefined;
  const fields = Object.entries(value).flatMap(([key, each]) => {
    const kept = prune(each);
    return kept === undefined ? [] : [[key, kept]];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What nobody changed stays as it is, empty or not; of what was changed, what was left empty is not written. */
function settle(before: unknown, value: unknown): unknown {
  if (isSame(before, value)) return before;
  if (Array.isArray(value)) {
    const known: readonly unknown[] = Array.isArray(before) ? before : [];
    const kept = value
      .map((each, index) => known.find((other) => isSame(other, each)) ?? settle(known[index], each))
      .filter((each) => each !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (!isData(value)) return prune(value);
  const known = isData(before) ? before : {};
  const fields = Object.keys({ ...known, ...value }).flatMap((key) => {
    const kept = key in value ? settle(known[key], value[key]) : known[key];
    return kept === undefined ? [] : [[key, kept]];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** What the form holds laid over what the entry has besides, in the order the entry is written. */
export function layOverData(before: unknown, form: Data): Data {
  const known = isData(before) ? before : {};
  const values = 'value' in form ? { value: readValue(form.value, known.value) } : {};
  const settled = settle(known, { ...known, ...form, ...values });
  return isData(settled) ? settled : {};
}
