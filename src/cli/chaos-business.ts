import { type ActingRules, reckonCases } from '../cases/index.ts';
import type { Site } from '../chaos/chaos-options.ts';
import { copyWhileServing, restoreAnew } from '../chaos/copy-while-serving.ts';
import type { Ending } from '../chaos/history.ts';
import type { Field } from '../chaos/nemesis.ts';
import { inventCalendar, publishCalendar } from '../chaos/publish-calendar.ts';
import { raceStaff } from '../chaos/race-staff.ts';
import type { OwnDatabase } from '../chaos/server-store.ts';
import type { Config } from '../config.ts';
import { buildCalendar, layCalendars } from '../requests/index.ts';
import type { Store, StoreOptions } from '../store/index.ts';

export interface Premises {
  readonly config: Config;
  readonly open: () => Promise<Store>;
  readonly from: StoreOptions;
  readonly readEnding: (store: Store) => Promise<Ending>;
  /** Puts another database in the place of the one in use; undefined where there is only a file. */
  readonly switchOver: OwnDatabase['switchOver'] | undefined;
  /** The rules in force; another calendar takes their place when one is published. */
  readonly rules: { current: ActingRules };
}

/** What staff do while everything breaks: act on the same case at once, publish a calendar, take a copy. */
export function openBusiness(premises: Premises, site: Site): Field['business'] {
  const { config, open, from, switchOver, readEnding, rules } = premises;
  const { random, history, now, elapsed, note, complain } = site;
  const startYear = now().getUTCFullYear();
  let published = 0;
  return {
    async 'staff race'() {
      const numbers = history.flatMap((operation) => (operation.kind === 'filed' ? [operation.number] : []));
      if (numbers.length === 0) return;
      const race = { store: await open(), rules: rules.current, number: random.pick(numbers), now: now() };
      for (const act of await raceStaff(race)) note({ kind: 'staff', at: elapsed(), ...act });
    },
    async 'calendar published'() {
      // Requests are due in the new year: the clocks are set to its eve.
      const calendar = inventCalendar(startYear + 1, published);
      published += 1;
      await publishCalendar(await open(), config, calendar, now());
      const { base } = rules.current.release;
      const calendars = [...base.calendars.filter(({ year }) => year !== calendar.year), calendar];
      rules.current = { ...rules.current, calendar: buildCalendar(layCalendars(calendars)) };
    },
    async 'copy taken and restored elsewhere'() {
      // A desk that is restored goes on where the copy was taken, and may have been in the middle of moving dates.
      const goOn = async (copy: Store) => {
        await reckonCases(copy, rules.current, now());
        return readEnding(copy);
      };
      for (const wrong of await copyWhileServing({ from, history, readEnding: goOn })) complain(wrong);
    },
    ...(switchOver && {
      'restored and switched over': () => switchOver((was, next) => restoreAnew(from, was, next)),
    }),
  };
}
