import { useCallback, useEffect, useRef, useState } from 'react';

const SECONDS = 10;

/**
 * Holds something that cannot be taken back for ten seconds, so that it still can. Leaving the page does it at once:
 * what somebody has decided is not lost with a window.
 */
export function useHeld<Values>(act: (values: Values) => void) {
  const [left, setLeft] = useState(0);
  const held = useRef<Values>(undefined);
  const doing = useRef(act);
  doing.current = act;
  const release = useCallback(() => {
    const values = held.current;
    held.current = undefined;
    setLeft(0);
    if (values !== undefined) doing.current(values);
  }, []);
  const holding = left > 0;
  useEffect(() => {
    if (!holding) return;
    const until = Date.now() + SECONDS * 1000;
    const tick = setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1000);
      if (seconds <= 0) release();
      else setLeft(seconds);
    }, 250);
    addEventListener('pagehide', release);
    return () => {
      clearInterval(tick);
      removeEventListener('pagehide', release);
    };
  }, [holding, release]);
  // Another page of the console is no reason to lose it either.
  useEffect(() => release, [release]);
  return {
    left,
    hold: (values: Values) => {
      held.current = values;
      setLeft(SECONDS);
    },
    release,
    undo: () => {
      held.current = undefined;
      setLeft(0);
    },
  };
}
