/** A label without any wide character takes narrow punctuation, as its language writes it. */
const isNarrow = (label: string): boolean => !/[\u2e80-\u9fff\uff00-\uffef]/u.test(label);

/** A label and what it labels: 编号：…, Number: … */
export function label(name: string, value: string): string {
  return isNarrow(name) ? `${name}: ${value}` : `${name}：${value}`;
}

/** Things in a row under a label, divided as its language divides them. */
export function labelList(name: string, values: readonly string[]): string {
  return label(name, values.join(isNarrow(name) ? '; ' : '；'));
}
