import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/knowledge/search/index.ts';

const cards = buildIndex([
  { id: 'get', phrasings: ['怎么办理社会保障卡', '社会保障卡在哪里办'] },
  { id: 'lost', phrasings: ['社会保障卡丢失怎么补'] },
  { id: 'close', phrasings: ['社会保障卡销户', '社会保障卡怎么注销'] },
  { id: 'doctor', phrasings: ['附近的诊所', '哪里有诊所'] },
  { id: 'parking', phrasings: ['哪里可以停车', '停车收费吗'] },
]);

describe('the second look', () => {
  it('weighs what parts the candidates above what all of them speak of', () => {
    const [close, other] = cards.explain('社会保障卡能注销吗').candidates;
    expect(close?.id).toBe('close');
    const shareOf = (features: Readonly<Record<string, number>> = {}) => features.focusWords ?? 0;
    expect(shareOf(close?.features)).toBeGreaterThan(shareOf(other?.features));
  });

  it('counts words of one kind beside the words themselves', () => {
    const [first] = cards.explain('附近有没有医生').candidates;
    expect(first?.id).toBe('doctor');
    expect(first?.features.evenKinds).toBeGreaterThan(first?.features.evenWords ?? 1);
  });

  it('explains itself by name', () => {
    const [first] = cards.explain('社会保障卡注销').candidates;
    expect(first?.features).toMatchObject({ focusWords: expect.any(Number), apart: expect.any(Number) });
  });
});
