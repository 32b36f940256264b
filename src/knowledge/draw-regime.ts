import type { EventRule, Regime } from './schema/regime.ts';

/** States an event may happen in, `[*]` for the beginning. */
function listFrom(regime: Regime, event: EventRule): readonly string[] {
  if (event.from === 'any') return regime.states.map(({ id }) => id);
  if (event.from === 'open') return regime.states.filter(({ open }) => open).map(({ id }) => id);
  return event.from.map((state) => (state === 'new' ? '[*]' : state));
}

/** States a step back may lead to: those from which its own state is entered. */
function listBack(regime: Regime, state: string): readonly string[] {
  return regime.events.filter(({ to }) => to === state).flatMap((event) => listFrom(regime, event));
}

/** Every arrow with the events on it, in the order of the table. An event that changes no state has none. */
function listArrows(regime: Regime): ReadonlyMap<string, string[]> {
  const arrows = new Map<string, string[]>();
  const add = (from: string, to: string, title: string) => {
    const key = `${from} --> ${to}`;
    arrows.set(key, [...(arrows.get(key) ?? []), title]);
  };
  for (const event of regime.events) {
    for (const from of event.to === 'same' ? [] : listFrom(regime, event)) {
      if (event.to !== 'back') add(from, event.to, event.title);
      else for (const to of listBack(regime, from)) add(from, to, event.title);
    }
  }
  return arrows;
}

function drawStates(regime: Regime): string[] {
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...regime.states.map(({ id, title }) => `  ${id}: ${title}`),
    ...[...listArrows(regime)].map(([arrow, titles]) => `  ${arrow}: ${titles.join('／')}`),
    ...regime.states
      .filter(({ id, next }) => next === undefined && id === 'archived')
      .map(({ id }) => `  ${id} --> [*]`),
    '```',
  ];
}

function writeFrom({ from }: EventRule): string {
  return Array.isArray(from) ? from.join(', ') : from;
}

function writeClocks({ clock }: EventRule): string {
  return clock.map((effect) => `${effect.do} ${effect.clock}`).join(', ');
}

function writeBasis({ basis }: EventRule): string {
  return basis
    .map(({ law, article, paragraph, item }) => {
      const part = paragraph === undefined ? '' : `.${paragraph}`;
      return `${law} ${article}${part}${item === undefined ? '' : `(${item})`}`;
    })
    .join(', ');
}

function writeDocuments({ documents }: EventRule): string {
  return documents.map((each) => (typeof each === 'string' ? each : `${each.make} (${each.is})`)).join(', ');
}

function writeTable(regime: Regime): string[] {
  const rows = regime.events.map((event) => {
    const cells = [
      `\`${event.id}\` ${event.title}`,
      event.by.join(', '),
      writeFrom(event),
      event.to,
      event.when.join(', '),
      writeClocks(event),
      writeDocuments(event),
      writeBasis(event),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| event | who | from | to | when | clocks | documents | rests on |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

/** The lifecycle as a page: for each regime a diagram of its states and the table of its events. */
export function drawRegimes(regimes: readonly Regime[]): string {
  const parts = regimes.flatMap((regime) => [
    `## ${regime.title}（${regime.from}${regime.to ? `—${regime.to}` : ' on'}）`,
    '',
    ...drawStates(regime),
    '',
    ...writeTable(regime),
    '',
  ]);
  return [
    '# The life of a request',
    '',
    'Written by `node tools/write-lifecycle.ts` from `knowledge/shenyang-petition-bureau/regime/`; a test holds it to them.',
    'An event whose `to` is `same` changes no state and has no arrow. An event without an article is the office’s own order.',
    '',
    ...parts,
  ].join('\n');
}
