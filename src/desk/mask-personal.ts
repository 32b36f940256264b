import {
  maskAddress,
  maskDocument,
  maskEmail,
  maskName,
  maskOrganisation,
  maskPhone,
  type StoredRequest,
} from '../store/index.ts';

type Personal = StoredRequest['personal'];

const MASKS: Readonly<Record<keyof Personal, (value: string) => string>> = {
  name: maskName,
  documentNumber: maskDocument,
  contactName: maskName,
  phone: maskPhone,
  email: maskEmail,
  address: maskAddress,
};

/** The requester's personal fields as a listing may show them. */
export function maskPersonal({ personal, applicant }: Pick<StoredRequest, 'personal' | 'applicant'>): Personal {
  const masks = applicant === 'organisation' ? { ...MASKS, name: maskOrganisation } : MASKS;
  const fields = Object.keys(MASKS) as (keyof Personal)[];
  const shown = fields.flatMap((field) => {
    const value = personal[field];
    return value === undefined ? [] : [[field, masks[field](value)]];
  });
  return Object.fromEntries(shown);
}
