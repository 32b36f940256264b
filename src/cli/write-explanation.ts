import type { WhyDecided } from '../conversation/understand/explain.ts';

const round = (value: number) => (Math.round(value * 1000) / 1000).toString();

function writePlaces(why: WhyDecided): string {
  const shown = why.heard.places.map((place) =>
    place.kind === 'named'
      ? `${place.text} (${place.candidates.map((each) => each.fullName).join(' | ')})`
      : `${place.text} (?)`,
  );
  return shown.join(', ') || '–';
}

/** Why no answer was given, when none was: how sure the index was of the best, and how sure it must be. */
function writeAbstention({ decision, index, thresholds }: WhyDecided): string[] {
  if (decision.do !== 'clarify' && decision.do !== 'unknown') return [];
  const { answer, offer } = thresholds;
  const best = index.candidates[0];
  if (best === undefined) return ['abstained  nothing in the base shares anything with it'];
  const least = decision.do === 'clarify' ? `answer ${answer}` : `offer ${offer}`;
  const sure = `best p ${round(best.probability)}`;
  if (best.probability >= (decision.do === 'clarify' ? answer : offer))
    return [`abstained  ${sure}, but it is no answer`];
  return [`abstained  ${sure} < ${least}`];
}

/** Why a message was decided as it was, a line a step: what was heard, slots, candidates with features, the decision. */
export function writeExplanation(why: WhyDecided): string {
  const { heard, index, decision, figure } = why;
  const lines = [
    `heard      ${index.heard}`,
    `readings   ${index.readings.join(' | ')}`,
    `words      ${index.words.join(' ')}${index.unknown.length ? `   unknown: ${index.unknown.join(' ')}` : ''}`,
    `slots      years ${heard.years.join(' ') || '–'} · places ${writePlaces(why)} · authority ${heard.authority ?? '–'}`,
    `wish       ${heard.wish}${heard.procedure ? ' · procedure' : ''}`,
    `matters    ${heard.matters.map((matter) => `${matter.id} ${round(matter.score)}`).join(', ') || '–'}`,
    `figure     ${figure ? `${figure.query.kind} ${figure.query.metrics.join('+')} ${figure.query.year} ${round(figure.confidence)}` : '–'}`,
    ...index.candidates.flatMap((candidate) => [
      `candidate  ${candidate.id}  p ${round(candidate.probability)}  score ${round(candidate.score)}  “${candidate.phrasing}”`,
      `           ${Object.entries(candidate.features)
        .filter(([, value]) => value !== 0)
        .map(([name, value]) => `${name} ${round(value)}`)
        .join('  ')}`,
    ]),
    `margin     ${round(index.margin)}`,
    `decision   ${JSON.stringify(decision)}`,
    ...writeAbstention(why),
  ];
  return lines.join('\n');
}
