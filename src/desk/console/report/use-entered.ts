import { useEffect, useState } from 'react';
import type { AnnualReport } from '../api/queries.ts';

export interface Entered {
  readonly texts: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, number>>;
  readonly tableTwo: Readonly<Record<string, (number | null)[]>>;
}

/** What somebody is entering. What is typed stays while the page is open, whatever comes from the desk meanwhile. */
export function useEntered(report: AnnualReport | undefined) {
  const [typed, setTyped] = useState<Entered>();
  const year = report?.year;
  // Another year begins anew.
  useEffect(() => setTyped(undefined), [year]);
  useEffect(() => {
    if (!typed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [typed]);
  return {
    entered: typed ?? report?.entered ?? { texts: {}, figures: {}, tableTwo: {} },
    changed: typed !== undefined,
    enter: setTyped,
    forget: () => setTyped(undefined),
  };
}
