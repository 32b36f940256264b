import { describe, expect, it } from 'vitest';
import type { DocumentName, OutcomeCode } from '../../../src/knowledge/schema/document.ts';
import { type Composed, composeDocument } from '../../../src/requests/documents/compose-document.ts';
import type { DocumentFacts } from '../../../src/requests/documents/facts.ts';
import { writeDocument } from '../../../src/requests/documents/model.ts';
import { FACT_SHAPES } from '../../../src/requests/documents/placeholders.ts';
import { FULL, OLD, without } from './facts.ts';
import { readShippedTexts } from './texts.ts';

const texts = readShippedTexts();

interface Letter {
  readonly name: string;
  readonly kind: DocumentName;
  readonly facts: DocumentFacts;
}

function decide(facts: DocumentFacts, outcome: OutcomeCode, more: DocumentFacts['decision'] = {}): DocumentFacts {
  return { ...facts, decision: { ...facts.decision, outcome, ...more } };
}

/** Every letter there is a text for: each kind, each regulation, each way of ending and each turn a text takes. */
const LETTERS: readonly Letter[] = texts.documents.flatMap(({ kind, versions }) =>
  versions.flatMap(({ rule, outcome, body }): Letter[] => {
    const facts = rule === '2007' ? OLD : FULL;
    if (outcome === undefined) return [{ name: `${kind} ${rule}`, kind, facts }];
    const corrections = body.flatMap((part) => {
      const [name, value] = (typeof part === 'string' ? '' : (part.when ?? '')).split('=');
      return name === 'decision.correction' ? [value as 'corrected'] : [];
    });
    if (corrections.length === 0) return [{ name: `${outcome} ${rule}`, kind, facts: decide(facts, outcome) }];
    return corrections.map((correction) => ({
      name: `${outcome} ${correction} ${rule}`,
      kind,
      facts: decide(facts, outcome, { correction }),
    }));
  }),
);

function textOf(composed: Composed): string {
  if (composed.kind !== 'composed') throw new Error(JSON.stringify(composed));
  return writeDocument(composed.model);
}

describe('every letter', () => {
  it.each(LETTERS)('$name reads as it should', ({ kind, facts }) => {
    expect(textOf(composeDocument(kind, facts, texts))).toMatchSnapshot();
  });

  it.each(LETTERS)('$name has no gap', ({ kind, facts }) => {
    const text = textOf(composeDocument(kind, facts, texts));
    expect(text).not.toMatch(/undefined|null|\[object|[{}]|。。|：。/u);
  });

  it.each(LETTERS)('$name changes with a fact it prints, or is refused by that name when it is not known', (letter) => {
    const { kind, facts } = letter;
    const whole = textOf(composeDocument(kind, facts, texts));
    const refused: string[] = [];
    for (const name of FACT_SHAPES.keys()) {
      const composed = composeDocument(kind, without(facts, name), texts);
      if (composed.kind === 'incomplete') {
        expect(composed.missing).toEqual([name]);
        refused.push(name);
      } else expect(textOf(composed).length).toBeGreaterThan(whole.length / 2);
    }
    expect(refused.length).toBeGreaterThan(5);
  });
});

describe('what is left open on purpose', () => {
  it('the receipt of a filing nobody has confirmed names no due date', () => {
    const text = textOf(composeDocument('receipt', without(FULL, 'request.receivedOn'), texts));
    expect(text).toContain('收到日期：待双方确认');
    expect(text).not.toContain('答复期限：');
  });

  it('an authority that cannot be determined is not made up', () => {
    const text = textOf(composeDocument('decision', without(decide(FULL, 'A5'), 'decision.authority'), texts));
    expect(text).toContain('本机关不能确定负责公开该政府信息的行政机关');
  });

  it('a company is spoken to as one', () => {
    const facts = { ...decide(FULL, 'A4'), requester: { ...FULL.requester, applicant: 'organisation' as const } };
    expect(textOf(composeDocument('decision', facts, texts))).toContain('没有贵单位申请公开的信息');
  });
});

describe('no text for it', () => {
  it('the rules of 2007 know no answer to a repeated request', () => {
    expect(composeDocument('decision', decide(OLD, 'A6'), texts)).toEqual({ kind: 'no_text', why: 'outcome' });
  });

  it('they know no fee by number, and had the record forwarded rather than send people away', () => {
    expect(composeDocument('fee-notice', OLD, texts)).toEqual({ kind: 'no_text', why: 'rule' });
    const directed = decide(OLD, 'B8', { correction: 'directed' });
    expect(composeDocument('decision', directed, texts)).toEqual({ kind: 'no_text', why: 'value' });
  });

  it('a letter dated before there was a regulation has no remedy to tell', () => {
    const facts = { ...decide(OLD, 'A3'), letter: { ...OLD.letter, on: '2008-04-30' } };
    expect(composeDocument('decision', facts, texts)).toEqual({ kind: 'no_text', why: 'remedy' });
  });
});

describe('the remedy is the one in force on the day of the letter', () => {
  const remedyOn = (on: string, outcome: OutcomeCode, facts = FULL) => {
    const composed = composeDocument('decision', { ...decide(facts, outcome), letter: { number: '1', on } }, texts);
    return composed.kind === 'composed' ? (composed.model.remedy ?? '') : '';
  };

  it.each([
    ['2015-04-30', OLD, '3个月'],
    ['2015-05-01', OLD, '6个月'],
    ['2019-05-14', OLD, '6个月'],
    ['2023-12-31', FULL, '6个月'],
  ])('until 2023 one may choose: %s', (on, facts, months) => {
    for (const outcome of ['A3', 'A4'] as const) {
      const remedy = remedyOn(on, outcome, facts);
      expect(remedy).toContain('60日内向沈阳市人民政府或者辽宁省信访局申请行政复议');
      expect(remedy).toContain(`${months}内向`);
    }
  });

  it('from 2024 a refusal goes to reconsideration first, then within 15 days to the court', () => {
    for (const outcome of ['A3', 'B1'] as const) {
      const remedy = remedyOn('2024-01-01', outcome);
      expect(remedy).toContain('60日内先向沈阳市人民政府申请行政复议');
      expect(remedy).toContain('15日内');
      expect(remedy).not.toContain('6个月');
    }
  });

  it('from 2024 every other answer leaves the choice', () => {
    for (const outcome of ['A1', 'A2', 'A4', 'A5', 'A6', 'A7', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8'] as const) {
      const remedy = remedyOn('2026-03-20', outcome);
      expect(remedy).toContain('60日内向沈阳市人民政府申请行政复议');
      expect(remedy).toContain('6个月内');
    }
  });

  it('a case of the old rules answered after they ended is told the remedy of its day', () => {
    expect(remedyOn('2019-05-20', 'A3', OLD)).toContain('第五十一条');
  });
});
