/** Runs work one at a time per name, in the order it was handed in; different names do not wait for each other. */
export interface OrderedRunner {
  readonly run: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Resolves when everything handed in so far is done. */
  readonly settle: () => Promise<void>;
}

export function createOrderedRunner(): OrderedRunner {
  const tails = new Map<string, Promise<void>>();
  return {
    run(name, work) {
      const before = tails.get(name) ?? Promise.resolve();
      const done = before.then(work);
      const tail = done.then(
        () => {},
        () => {},
      );
      tails.set(name, tail);
      void tail.then(() => {
        if (tails.get(name) === tail) tails.delete(name);
      });
      return done;
    },
    async settle() {
      await Promise.all(tails.values());
    },
  };
}
