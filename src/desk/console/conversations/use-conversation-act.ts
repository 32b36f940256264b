import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Does something to a conversation and has every list look again, whether it worked or somebody else was first. */
export function useConversationAct<Values>(act: (values: Values) => Promise<unknown>, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['conversations'] });
      void queries.invalidateQueries({ queryKey: ['conversation'] });
    },
  });
}
