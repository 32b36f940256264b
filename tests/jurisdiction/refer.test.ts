import { describe, expect, test } from 'vitest';
import { openJurisdiction } from './open-jurisdiction.ts';

const { base, jurisdiction } = openJurisdiction();
const name = (id: string, place: string | null) => jurisdiction.refer(id, place).authorityName;

describe('the name is formed with the place', () => {
  test.each([
    ['id-card', '2102', '大连市公安局'],
    ['school-enrolment', '210106', '沈阳市铁西区教育局'],
    ['school-enrolment', '110105', '北京市朝阳区教育局'],
    ['industry', '21', '辽宁省工业和信息化厅'],
    ['tax', '2102', '国家税务总局大连市税务局'],
    ['id-card', '419001', '济源市公安局'],
    ['customs', '2102', '大连海关'],
    ['telecom-post', '2102', '辽宁省通信管理局'],
  ])('%s at %s', (matter, place, expected) => {
    expect(name(matter, place)).toBe(expected);
  });

  test('an urban district has a branch of the city’s bureau, a county has its own', () => {
    expect(name('id-card', '210106')).toBe('沈阳市公安局铁西分局');
    expect(name('id-card', '210123')).toBe('沈阳市康平县公安局');
  });

  test('a matter of the city is not sent to its districts', () => {
    expect(name('housing-fund', '210106')).toBe('沈阳市住房公积金管理中心');
  });

  test('a kind of authority can be named without a matter', () => {
    expect(jurisdiction.refer('education', '2102')).toMatchObject({ authorityName: '大连市教育局', matter: null });
  });
});

test('without a place the desk’s own city is taken, and it is said', () => {
  expect(jurisdiction.refer('statistics', null)).toMatchObject({
    authorityName: '沈阳市统计局',
    assumedPlace: true,
  });
  expect(jurisdiction.refer('statistics', '2102').assumedPlace).toBe(false);
});

test('what a county deals with asks for the county when only the city is known', () => {
  expect(jurisdiction.refer('school-enrolment', '2101').needsCounty).toBe(true);
  expect(jurisdiction.refer('school-enrolment', '210106').needsCounty).toBe(false);
});

test('petitions in Shenyang are our own, elsewhere they are not', () => {
  expect(jurisdiction.refer('petition-matter', null)).toMatchObject({ ours: true, nature: 'petition' });
  expect(jurisdiction.refer('petition-matter', '2113')).toMatchObject({ ours: false, authorityName: '朝阳市信访局' });
});

test('an id nobody knows is an error with a code', () => {
  expect(() => jurisdiction.refer('no-such-matter', null)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

test('a contact is given only as it stands on file, for that place and kind', () => {
  const onFile = new Map(base.authorities.map((authority) => [authority.name, authority]));
  for (const matter of base.matters) {
    for (const place of ['2101', '2102', '21', '210106', '2113', '110105']) {
      const { contact, authorityName } = jurisdiction.refer(matter.id, place);
      if (contact !== null) expect(contact).toEqual(onFile.get(authorityName));
    }
  }
  expect(jurisdiction.refer('school-enrolment', '2101').contact?.phone).toBe('024-22714263');
  expect(jurisdiction.refer('school-enrolment', '210106').contact).toBeNull();
});

test('every matter has a kind, a sentence why and a law in force', () => {
  const inForce = base.laws.filter((law) => law.to === undefined).map((law) => law.id);
  const kinds = new Set(base.kinds.map((kind) => kind.id));
  for (const matter of base.matters) {
    expect([matter.kind, ...matter.also].filter((kind) => !kinds.has(kind))).toEqual([]);
    for (const source of matter.basis) {
      if ('law' in source) expect(inForce, matter.id).toContain(source.law);
    }
    expect(jurisdiction.refer(matter.id, null).basis.length).toBeGreaterThan(0);
  }
  expect(base.matters.length).toBeGreaterThanOrEqual(70);
});

describe('what is not government information has its own nature', () => {
  test.each([
    ['real-estate-registration', 'lookup'],
    ['business-registration', 'lookup'],
    ['village-affairs', 'village'],
    ['school-affairs', 'enterprise'],
    ['banking', 'enterprise'],
    ['misconduct', 'misconduct'],
    ['court', 'court'],
    ['urban-planning', 'information'],
  ])('%s is %s', (matter, nature) => {
    expect(jurisdiction.refer(matter, null).nature).toBe(nature);
  });
});
