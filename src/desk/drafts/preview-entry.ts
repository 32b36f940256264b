import type { Capabilities } from '../../channel/capabilities.ts';
import { fit, type Part } from '../../channel/fit.ts';
import type { OutMessage } from '../../channel/message.ts';
import { encodeCommand } from '../../conversation/command.ts';
import type { Release } from '../../conversation/release.ts';
import { startState } from '../../conversation/state.ts';
import { turn } from '../../conversation/turn.ts';
import { buildFigures } from '../../figures/index.ts';
import { buildJurisdiction } from '../../jurisdiction/index.ts';
import { type Answer, answerSchema } from '../../knowledge/schema/answer.ts';
import { matterSchema } from '../../knowledge/schema/jurisdiction.ts';
import { type Figure, figureSchema } from '../../knowledge/schema/report.ts';
import { type Locale, say } from '../../messages.ts';

/** A channel by its name, with what a message becomes on it. */
export interface NamedChannel {
  readonly name: string;
  readonly capabilities: Capabilities;
}

/** What a citizen would see of an entry on a channel: the parts sent one after the other. */
export interface Preview {
  readonly channel: string;
  readonly parts: readonly { readonly text: string; readonly buttons: readonly string[] }[];
}

function putAnswer(release: Release, path: string, answer: Answer): Release {
  const topic = /([\w-]+)\.yaml$/u.exec(path)?.[1] ?? '';
  const { answers } = release.base;
  const like = answers.find(({ id }) => id === answer.id) ?? answers.find((each) => each.topic === topic);
  const { topicTitle = topic, own = false } = like ?? {};
  const fresh = { ...answer, topic, topicTitle, own };
  return { ...release, base: { ...release.base, answers: [...answers.filter(({ id }) => id !== answer.id), fresh] } };
}

/** A figure of the report its file is named after. */
function putFigure(release: Release, path: string, figure: Figure) {
  const year = Number(/(\d{4})\.yaml$/u.exec(path)?.[1]);
  const reports = release.base.reports.map((report) =>
    report.year === year
      ? { ...report, figures: [...report.figures.filter(({ id }) => id !== figure.id), figure] }
      : report,
  );
  if (!reports.some((report) => report.year === year)) return undefined;
  const changed = { ...release, base: { ...release.base, reports }, figures: buildFigures(reports) };
  return { changed, value: encodeCommand({ do: 'figure', id: figure.id, year }) };
}

/** The release with an entry as it would be, and what to say to be given it. Undefined for what no citizen is shown. */
function putEntry(release: Release, path: string, data: unknown) {
  const answer = answerSchema.safeParse(data);
  if (answer.success) {
    const { id } = answer.data;
    return { changed: putAnswer(release, path, answer.data), value: encodeCommand({ do: 'answer', id, year: null }) };
  }
  const figure = figureSchema.safeParse(data);
  if (figure.success) return putFigure(release, path, figure.data);
  const matter = matterSchema.safeParse(data);
  if (!matter.success) return undefined;
  const { id } = matter.data;
  const matters = [...release.base.matters.filter((each) => each.id !== id), matter.data];
  const base = { ...release.base, matters };
  const value = encodeCommand({ do: 'refer', matter: id, place: null });
  return { changed: { ...release, base, jurisdiction: buildJurisdiction(base) }, value };
}

export const showPart = ({ text, choices }: Part) => ({ text, buttons: choices.map(({ label }) => label) });

/** An entry as it would be answered now, on every channel, by the turn and the cutting that answer citizens. */
export function previewEntry(
  release: Release,
  { path, data, locale }: { readonly path: string; readonly data: unknown; readonly locale: Locale },
  channels: readonly NamedChannel[],
  now: Date,
): readonly Preview[] {
  const put = putEntry(release, path, data);
  if (!put) return [];
  // What it says is shown even where a person looks at it before it is sent.
  const changed = { ...put.changed, base: { ...put.changed.base, approval: undefined } };
  const { replies } = turn(startState(locale), { kind: 'choice', value: put.value }, changed, now, 'preview');
  const words = { sources: say(release.messages, locale, 'conversation.sources') };
  const cut = (message: OutMessage, { capabilities }: NamedChannel) => fit(message, capabilities, words).map(showPart);
  return channels.map((channel) => ({
    channel: channel.name,
    parts: replies.flatMap((message) => cut(message, channel)),
  }));
}
