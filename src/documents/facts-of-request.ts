import type { Day } from '../day.ts';
import type { AuthorityProfile } from '../knowledge/schema/authority.ts';
import { type DocumentFacts, documentFactsSchema } from '../requests/documents/index.ts';
import { ruleOn } from '../requests/index.ts';
import type { StoredRequest } from '../store/index.ts';

/** Everything known about an authority that a document prints. */
function describeAuthority(profile: AuthorityProfile): DocumentFacts['authority'] {
  return {
    name: profile.name,
    office: profile.office.value,
    address: profile.address.value,
    postcode: profile.postcode.value,
    phone: profile.phone.value,
  };
}

function channelOf(channel: string): 'web' | 'chat' | 'oral' {
  if (channel === 'web') return 'web';
  return channel === 'terminal' ? 'oral' : 'chat';
}

/** What of a request its documents print. */
export type Documented = Pick<
  StoredRequest,
  | 'number'
  | 'channel'
  | 'filedOn'
  | 'receivedOn'
  | 'dueOn'
  | 'description'
  | 'provision'
  | 'delivery'
  | 'applicant'
  | 'documentKind'
  | 'personal'
>;

/** What a stored request tells of itself; what it does not know is left out. */
export function factsOfRequest(request: Documented, profile: AuthorityProfile, on: Day): DocumentFacts {
  return documentFactsSchema.parse({
    rule: ruleOn(request.filedOn),
    authority: describeAuthority(profile),
    request: {
      number: request.number,
      filedOn: request.filedOn,
      ...(request.receivedOn === null ? {} : { receivedOn: request.receivedOn, receivedBy: 'internet' }),
      dueOn: request.dueOn ?? undefined,
      description: request.description,
      provision: request.provision ?? undefined,
      delivery: request.delivery ?? undefined,
    },
    requester: {
      applicant: request.applicant ?? undefined,
      documentKind: request.documentKind ?? undefined,
      ...request.personal,
    },
    letter: { on },
    handling: { channel: channelOf(request.channel) },
  });
}

/** Facts laid over others, group by group; the later ones win. */
export function mergeFacts(facts: DocumentFacts, more: Partial<DocumentFacts>): DocumentFacts {
  const merged: Record<string, unknown> = { ...facts };
  for (const [group, values] of Object.entries(more)) {
    merged[group] = typeof values === 'object' ? { ...(merged[group] as object), ...values } : values;
  }
  return merged as DocumentFacts;
}
