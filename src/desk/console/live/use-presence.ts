import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, take } from '../api/client.ts';

const EVERY_MS = 15_000;
/** A key pressed says for so long that somebody is writing. */
const WRITING_MS = 5000;

export type Place = { readonly conversation: number } | { readonly request: string };

function tell(place: Place, body: { here: boolean; typing: boolean }) {
  return 'conversation' in place
    ? take(api.POST('/conversations/{id}/presence', { params: { path: { id: place.conversation } }, body }))
    : take(api.POST('/requests/{number}/presence', { params: { path: { number: place.request } }, body }));
}

/** Says that this page is open, and who else has the same one. `onType` is for the fields one writes in. */
export function usePresence(place: Place) {
  const subject = 'conversation' in place ? `conversation:${place.conversation}` : `request:${place.request}`;
  const [typing, setTyping] = useState(false);
  const [typedAt, setTypedAt] = useState(0);
  const { data } = useQuery({
    queryKey: ['presence', subject, typing],
    refetchInterval: typing ? WRITING_MS : EVERY_MS,
    retry: false,
    placeholderData: (before) => before,
    queryFn: () => tell(place, { here: true, typing }),
  });
  useEffect(() => {
    if (typedAt === 0) return;
    setTyping(true);
    const stop = setTimeout(() => setTyping(false), WRITING_MS);
    return () => clearTimeout(stop);
  }, [typedAt]);
  // Another subject is another place: `place` itself is made anew at each rendering.
  useEffect(() => () => void tell(place, { here: false, typing: false }).catch(() => undefined), [subject]);
  return { others: data?.others ?? [], onType: () => setTypedAt(Date.now()) };
}
