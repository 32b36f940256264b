import type { Referral } from '../../../jurisdiction/index.ts';
import type { TurnContext } from '../../skill.ts';
import type { WishKind } from '../../understand/wish.ts';
import { writeContact } from './write-contact.ts';

/** Natures whose own channel is told instead of "apply": they are not government information (711 art. 2, 39, 55). */
const OTHER_CHANNEL: ReadonlySet<Referral['nature']> = new Set([
  'petition',
  'misconduct',
  'court',
  'enterprise',
  'village',
]);

/** true when the papers are government information that may be asked for at the authority named. */
export function mayBeRequested(referral: Referral): boolean {
  return !OTHER_CHANNEL.has(referral.nature) && referral.kind.authority;
}

function titleOf(context: TurnContext, { matter }: Referral): string {
  return (context.state.locale === 'en' ? matter?.en : undefined) ?? matter?.title ?? '';
}

function writeWho(context: TurnContext, referral: Referral, wish: WishKind): string {
  const { say } = context;
  const values = {
    authority: referral.authorityName,
    matter: titleOf(context, referral),
    assumed: referral.assumedPlace ? say('refer.assumed', { place: referral.askedPlace.name }) : '',
  };
  if (OTHER_CHANNEL.has(referral.nature)) return say(`refer.who_${referral.nature}`, values);
  if (referral.ours) return say('refer.who_ours', values);
  return say(referral.matter === null ? 'refer.who_kind' : `refer.who_${wish}`, values);
}

function writeWay(context: TurnContext, referral: Referral, wish: WishKind): string[] {
  const { say } = context;
  if (!mayBeRequested(referral)) return [];
  if (wish === 'complaint') return [say('refer.way_complaint')];
  const way = say(`refer.way_${wish}`);
  return referral.nature === 'lookup' ? [say('refer.way_lookup'), way] : [way];
}

/** The national hotline; an emergency number is only named in the note that says what it is for. */
function writeHotline(context: TurnContext, referral: Referral): string[] {
  const { hotline, kind } = referral;
  if (hotline === null || (kind.note?.includes(hotline) ?? false)) return [];
  return [context.say('refer.hotline', { number: hotline })];
}

/** The whole reply: who, why, how, contact and hotline, one thought a line. */
export function writeReferral(context: TurnContext, referral: Referral, wish: WishKind): string {
  const { say } = context;
  const { nature, advice, also, kind } = referral;
  const countyHelps = referral.needsCounty && !referral.ours && (nature === 'enterprise' || !OTHER_CHANNEL.has(nature));
  // A matter of a body that is no authority says so in its own reason.
  const saidAlready = referral.matter !== null && !kind.authority;
  const note = OTHER_CHANNEL.has(nature) || saidAlready ? undefined : kind.note;
  // Reasons, advice and notes are kept in Chinese only: a reader of English gets the frame, the names and the sources.
  const inChinese = (...lines: readonly (string | null | undefined)[]) =>
    context.state.locale === 'en' ? [] : lines.filter((line) => line !== null && line !== undefined);
  return [
    writeWho(context, referral, wish),
    ...inChinese(referral.why),
    ...writeWay(context, referral, wish),
    ...(countyHelps ? [say('refer.needs_county')] : []),
    ...inChinese(advice, also.length === 0 ? null : say('refer.also', { kinds: also.join('、') })),
    writeContact(context, referral.contact),
    ...writeHotline(context, referral),
    ...inChinese(note),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
