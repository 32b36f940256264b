import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, take } from '../api/client.ts';
import { heldQuery } from '../api/queries.ts';

export interface HeldBody {
  readonly event: string;
  readonly fields: Record<string, string | number>;
  readonly version: number;
}

/**
 * Has a step that cannot be taken back held by the desk for ten seconds, so that it still can. Nothing depends on the
 * page: closed or not, the desk does the step when its time is up.
 */
export function useHeld(number: string, onDone: () => void) {
  const queries = useQueryClient();
  const [held, setHeld] = useState<{ readonly id: number; readonly until: number }>();
  const [left, setLeft] = useState(0);
  const look = () => {
    for (const key of ['request', 'requests', 'case-actions', 'papers', 'held'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
  const hold = useMutation({
    mutationFn: (body: HeldBody) => take(api.POST('/requests/{number}/held', { params: { path: { number } }, body })),
    onSuccess: ({ id }) => {
      setLeft(10);
      setHeld({ id, until: Date.now() + 10_000 });
    },
    onSettled: () => void queries.invalidateQueries(heldQuery(number)),
  });
  const at = (id: number) => ({ params: { path: { number, id } } });
  const finish = useMutation({
    mutationFn: (id: number) => take(api.POST('/requests/{number}/held/{id}/now', at(id))),
    onSuccess: onDone,
    onSettled: () => {
      setHeld(undefined);
      look();
    },
  });
  const undo = useMutation({
    mutationFn: (id: number) => take(api.DELETE('/requests/{number}/held/{id}', at(id))),
    // Too late: it was done.
    onSuccess: ({ undone }) => (undone ? undefined : onDone()),
    onSettled: () => {
      setHeld(undefined);
      look();
    },
  });
  const { mutate: release, isPending } = finish;
  useEffect(() => {
    if (!held || isPending) return;
    const tick = setInterval(() => {
      const seconds = Math.ceil((held.until - Date.now()) / 1000);
      setLeft(Math.max(seconds, 0));
      if (seconds <= 0) release(held.id);
    }, 250);
    return () => clearInterval(tick);
  }, [held, isPending, release]);
  return {
    holding: held !== undefined,
    left,
    error: hold.error ?? finish.error ?? undo.error,
    isPending: hold.isPending || isPending || undo.isPending,
    hold: hold.mutate,
    finish: () => held && release(held.id),
    undo: () => held && undo.mutate(held.id),
  };
}
