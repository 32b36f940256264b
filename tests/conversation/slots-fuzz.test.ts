import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDays } from '../../src/conversation/understand/dates.ts';
import { findDecidedIntent } from '../../src/conversation/understand/decided-intent.ts';
import { readFigureCues } from '../../src/conversation/understand/figure-cues.ts';
import { detectLocale } from '../../src/conversation/understand/language.ts';
import { splitAtCommas, splitQuestions } from '../../src/conversation/understand/split-questions.ts';
import { dropYears, findYears } from '../../src/conversation/understand/years.ts';
import type { Day } from '../../src/day.ts';
import { dose } from '../dose.ts';
import { openRelease } from './converse.ts';

/** Strings tried. The full dose is 100000: DESK_TEST_DOSE=100000 ./desk test tests/conversation/slots-fuzz.test.ts */
const RUNS = dose(1500);
/** Room for the full dose on a busy machine, in milliseconds. */
const DOSE_MS = 600_000;
const today = '2026-11-23' as Day;
const release = openRelease();

/** Pieces slots are made of, so that strings come near to what is read and just miss it. */
const PIECES =
  '二〇一七年 2017 17年 贰零壹柒 去年 前年 那年 大前年 十月三十二号 2月30日 13月 明天 上周五 廿五 十 一 〇 零 铁西区 和平区 沈阳市 沈阳 吉林 A市 某县 XX区 朝阳 新民市场 Heping Shenyang Hong Kong 人社局 车管所 公安局 局 的 了 多少 几件 占 分别 一共 SPB-2026-000001 ， 。 ？ \u0000 \u202E \u200D 😀 ١٩ Ⅻ 𠮷 __proto__ <b> \uD800'.split(
    ' ',
  );
const message = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
    .map((pieces) => pieces.join(' ')),
);

describe('whatever is written', () => {
  test(
    `reading its slots never throws and finds them where they stand (${RUNS} strings)`,
    () => {
      fc.assert(
        fc.property(message, (text) => {
          for (const year of findYears(text, today)) expect(year >= 1949 && year <= 2100).toBe(true);
          for (const { at, text: words } of findDays(text, today)) expect(text.startsWith(words, at)).toBe(true);
          for (const place of release.jurisdiction.findPlaces(text))
            expect(text.startsWith(place.text, place.start)).toBe(true);
          release.jurisdiction.findAuthorities(text);
          release.jurisdiction.findMatters(text, 3);
          readFigureCues(text);
          detectLocale(text);
          findDecidedIntent(text, release.base.intents);
          expect(splitQuestions(text).length).toBeGreaterThan(0);
          expect(splitAtCommas(text).length).toBeGreaterThan(0);
          expect(text.trim() === '' || dropYears(text) !== '').toBe(true);
        }),
        { seed: 20170101, numRuns: RUNS },
      );
    },
    DOSE_MS,
  );
});
