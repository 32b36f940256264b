import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Does something to the knowledge and has every list look again, whether it worked or somebody else was first. */
export function useKnowledgeAct<Values, Result>(
  act: (values: Values) => Promise<Result>,
  onDone?: (result: Result) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['knowledge'] }),
  });
}
