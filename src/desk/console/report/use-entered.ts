import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AnnualReport } from '../api/queries.ts';
import { type Entered, isSame, rebaseEntered, type Typed } from './rebase-entered.ts';

const NOTHING: Entered = { texts: {}, figures: {}, tableTwo: {} };

/**
 * What somebody is entering for a year. It stays until it is saved, whatever page or year is looked at meanwhile, and
 * goes with the session; what a colleague saves comes in beside it.
 */
export function useEntered(year: number, report: AnnualReport | undefined) {
  const queries = useQueryClient();
  const key = ['report-typed', year];
  const { data: typed } = useQuery<Typed | null>({
    queryKey: key,
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const write = (next: Typed | null) => queries.setQueryData(key, next);
  const changed = Boolean(typed && !isSame(typed.mine, typed.base));
  useEffect(() => {
    // What was saved a moment ago may not have been read again yet.
    if (!typed || report?.year !== year || report.version < typed.version) return;
    if (!changed) write(null);
    else if (report.version > typed.version) write(rebaseEntered(typed, report.entered, report.version));
  }, [typed, changed, report, year]);
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [changed]);
  const base = report?.entered ?? NOTHING;
  const version = typed?.version ?? report?.version ?? 0;
  return {
    entered: typed?.mine ?? base,
    version,
    changed,
    overtaken: typed?.overtaken ?? [],
    enter: (mine: Entered) => write({ base, version, overtaken: [], ...typed, mine }),
    /** This was saved as that version; what was typed since goes on from it. */
    settle: (saved: Entered, as: number) => {
      const now = queries.getQueryData<Typed>(key);
      if (now) write({ base: saved, version: as, mine: now.mine, overtaken: [] });
    },
  };
}
