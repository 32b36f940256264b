/** Browsers may refuse storage (private windows, a frame on another site). Then the page forgets on reload, and works. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

export interface Memory {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string | null) => void;
}

function overStorage(pick: () => Storage): Memory {
  return {
    read: (key) => attempt(() => pick().getItem(`desk.${key}`)) ?? null,
    write: (key, value) => {
      attempt(() => (value === null ? pick().removeItem(`desk.${key}`) : pick().setItem(`desk.${key}`, value)));
    },
  };
}

/** Kept on this device until "start over". */
export const lasting = overStorage(() => localStorage);
/** Kept while this tab lives: what is being typed, messages not yet sent. */
export const passing = overStorage(() => sessionStorage);
