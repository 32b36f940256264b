import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/day.ts';
import { publishedHold } from '../../src/knowledge/check/published-hold.ts';
import type { PublishedFile } from '../../src/knowledge/schema/published.ts';

type Subject = Parameters<typeof publishedHold.check>[0];

function check(figure: Partial<PublishedFile['reports'][number]['figures'][number]>): string[] {
  const told = {
    metric: 'requests-received',
    value: 3,
    unit: '件',
    approximate: false,
    quote: '收到申请3件',
    ...figure,
  };
  const data: PublishedFile = {
    metrics: [{ id: 'requests-received', metric: '收到的申请', names: ['申请'] }],
    reports: [
      {
        authority: '海棠市',
        names: ['海棠市'],
        year: 2020,
        url: 'https://example.gov.cn',
        read: '2026-11-23' as Day,
        figures: [told],
      },
    ],
  };
  const files = { published: { file: 'published.yaml', text: '', data } } as unknown as Subject['files'];
  const messages = { 'zh-CN': {}, en: {} };
  return publishedHold.check({ files, messages, today: '2026-11-23' as Day }).map(({ code }) => code);
}

describe('a figure of another authority', () => {
  it('names a metric of the list and is borne by its quote', () => {
    expect(check({})).toEqual([]);
    expect(check({ metric: 'moon-phase' })).toEqual(['dead_metric']);
    expect(check({ value: 4 })).toEqual(['quote_without_value']);
  });
});
