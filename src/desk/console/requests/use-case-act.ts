import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Acts on a case and has everything that shows it look again, whether it worked or somebody else was first. */
export function useCaseAct<Values>(act: (values: Values) => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => {
      for (const key of ['request', 'requests', 'case-actions', 'papers'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
