/** Facts of documents that an event's form calls by another name. Events that come later have names of their own. */
const FIELDS: Readonly<Record<string, string>> = {
  'consultation.reason': 'concern',
  'clarification.until': 'period',
  'excess.until': 'period',
  'request.receivedBy': 'confirmation',
};

/** The field in which an event's form asks for a fact of a document, `group.name`. */
export function nameField(fact: string, event: string): string {
  // The third party is told what is made public by the name of the information.
  if (event === 'third_party_told' && fact === 'decision.provided') return 'information';
  return FIELDS[fact] ?? fact.slice(fact.indexOf('.') + 1);
}
