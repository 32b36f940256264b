import type { KnownAuthority } from '../../../knowledge/schema/jurisdiction.ts';
import type { TurnContext } from '../../skill.ts';

const FIELDS = ['phone', 'address', 'postcode', 'email', 'fax', 'site'] as const;

/** A contact with where and when it was read, or the advice to ask 12345 there. Shows only what is on file. */
export function writeContact(context: TurnContext, contact: KnownAuthority | null): string {
  const { say } = context;
  if (contact === null) return say('refer.no_contact');
  const facts = FIELDS.flatMap((field) => {
    const value = contact[field];
    return value === undefined ? [] : [say(`refer.contact_${field}`, { value })];
  });
  const date =
    contact.asOf === undefined ? say('refer.contact_undated') : say('refer.contact_as_of', { day: contact.asOf });
  const known = say('refer.contact', {
    facts: [...facts, ...(contact.note === undefined ? [] : [contact.note])].join('；'),
    title: contact.source.title,
    date,
  });
  return contact.phone === undefined ? `${known}\n${say('refer.no_phone')}` : known;
}
