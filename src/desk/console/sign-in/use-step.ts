import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepToken } from '../api/client.ts';
import { type Session, sessionQuery } from '../api/queries.ts';

/** One step of signing in: what it brings is the session from then on. */
export function useStep<Values>(send: (values: Values) => Promise<Session>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (session) => {
      keepToken(session.csrfToken);
      queries.setQueryData(sessionQuery.queryKey, session);
    },
  });
}
