import { describe, expect, it } from 'vitest';
import { buildIndex, learnIndex, type SearchIndex } from '../../../src/knowledge/search/index.ts';
import { libraryBase } from './library-base.ts';

const index = buildIndex(libraryBase);
const first = (question: string, from: SearchIndex = index) => from.search(question)[0]?.id;

describe('a question in other words than the base knows', () => {
  it.each([
    ['你们早上什么时候开馆，几点开门呀', 'hours'],
    ['我要办一张读者证，需要带啥', 'card'],
    ['读者卡掉了咋办', 'card-lost'],
    ['一个人最多可以借几本', 'borrow-count'],
    ['借一本书能看多长时间', 'borrow-days'],
    ['没看完，如何续借呢', 'renew'],
    ['还晚了要收多少逾期费', 'overdue'],
    ['图书丢失如何赔', 'lost-book'],
    ['书被小孩撕坏了一页', 'damage'],
    ['能还到别的分馆去吗', 'return-elsewhere'],
    ['书被别人借走了，我想预约', 'reserve'],
    ['捐一批旧书给你们', 'donate'],
    ['在哪儿复印资料', 'print'],
    ['无线密码', 'wifi'],
    ['少儿阅览在几层，孩子去哪看绘本', 'children'],
    ['轮椅能不能进', 'wheelchair'],
    ['开车来停哪儿', 'parking'],
    ['我的雨伞落在馆里', 'lost-property'],
    ['在手机上怎么看电子书', 'ebook'],
    ['志愿者报名', 'volunteer'],
  ])('%s', (question, id) => {
    expect(first(question)).toBe(id);
  });
});

describe('a question typed another way', () => {
  it.each([
    ['traditional characters', '借書證丟了怎麼辦', 'card-lost'],
    ['a homophone for one character', '怎么续接', 'renew'],
    ['homophones of the whole word', '停车收废吗', 'parking'],
    ['pinyin, syllables apart', 'zen me xu jie', 'renew'],
    ['pinyin, joined', 'jieshuzhengdiulezenmeban', 'card-lost'],
    ['pinyin by ear, n for ng and z for zh', 'you cu wu gui ma', 'locker'],
    ['pinyin with a number in it', 'zuiduonengjie10benshu', 'borrow-count'],
    ['pinyin with a letter that is no syllable', 'b lou ting che shou fei ma', 'parking'],
    ['homophones of half the message', '停车授非骂', 'parking'],
    ['pinyin among characters', '打印机在ji lou', 'print'],
    ['full width and spaces', '停 车　收 费 吗', 'parking'],
    ['invisible marks', '停\u200b车收\u202e费吗', 'parking'],
    ['wrapped in courtesy', '您好，麻烦问一下停车收费吗？谢谢您', 'parking'],
    ['one character missing', '自习位要预约吗', 'seat'],
  ])('%s', (_, question, id) => {
    expect(first(question)).toBe(id);
  });
});

describe('how sure it is', () => {
  it('is surer of every phrasing it knows than of any question from elsewhere', () => {
    const known = libraryBase.map(({ phrasings }) => index.search(phrasings[0] ?? '')[0]?.probability ?? 0);
    const elsewhere = [
      '明天会下雨吗',
      '红烧肉用什么酱油',
      '股票跌了要不要卖',
      '推荐一首周杰伦的歌',
      '世界杯谁是冠军',
    ].map((question) => index.search(question)[0]?.probability ?? 0);
    expect(Math.min(...known)).toBeGreaterThan(Math.max(...elsewhere));
  });

  it('is less sure the less of the question it knows', () => {
    const sure = (question: string) => index.search(question)[0]?.probability ?? 0;
    expect(sure('停车收费吗')).toBeGreaterThan(sure('停车收费吗，火星基地的'));
    expect(sure('停车收费吗，火星基地的')).toBeGreaterThan(sure('火星基地的氧气收费吗'));
  });

  it('gives probabilities from 0 to 1 that never rise down the list', () => {
    for (const { phrasings } of libraryBase) {
      const found = index.search(`${phrasings[0]} ${phrasings[2]}`, 10).map(({ probability }) => probability);
      expect(found).toEqual(found.toSorted((a, b) => b - a));
      for (const probability of found) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }
  });

  it('finds nothing when nothing is shared', () => {
    expect(index.search('@@@ 🙂')).toEqual([]);
    expect(index.search('')).toEqual([]);
  });
});

describe('the index', () => {
  it('comes out the same from the same base', () => {
    expect(learnIndex(libraryBase)).toEqual(learnIndex(libraryBase));
  });

  it('stands when the base is empty, has one entry, or an entry without phrasings', () => {
    expect(buildIndex([]).search('停车')).toEqual([]);
    expect(first('停车吗', buildIndex([{ id: 'parking', phrasings: ['停车'] }]))).toBe('parking');
    const gap = buildIndex([
      { id: 'empty', phrasings: [] },
      { id: 'parking', phrasings: ['停车'] },
    ]);
    expect(first('停车', gap)).toBe('parking');
  });

  it('knows no question about Object.prototype', () => {
    for (const question of ['__proto__', 'constructor', 'hasOwnProperty toString'])
      expect(index.search(question)).toEqual([]);
  });

  it('reads ten thousand characters without choking', () => {
    expect(first(`停车收费吗${'，我说来话长'.repeat(2000)}`)).toBeDefined();
  });

  it("takes the authority's own synonyms", () => {
    const taught = buildIndex(libraryBase, { synonyms: [['停车', '泊位']] });
    expect(first('泊位收费吗', taught)).toBe('parking');
    expect(taught.explain('泊位收费吗').heard).toBe('停车收费');
  });

  it('understands English entries and questions', () => {
    const english = buildIndex([
      { id: 'hours', phrasings: ['when does the library open', 'opening hours', 'are you open on sunday'] },
      {
        id: 'card',
        phrasings: ['how do i get a library card', 'apply for a reader card', 'what do i need for a card'],
      },
      {
        id: 'fine',
        phrasings: ['how much is the fine for late books', 'what does returning late cost', 'overdue fee'],
      },
    ]);
    expect(first('what time do you open on sundays?', english)).toBe('hours');
    expect(first('I would like to apply for a card please', english)).toBe('card');
    expect(first('what will a late return cost me', english)).toBe('fine');
  });

  it('tells of its progress and ends at 1', () => {
    const shares: number[] = [];
    buildIndex(libraryBase, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

describe('the explanation', () => {
  it('says what was heard, what was folded, what is unknown, and by how much the first leads', () => {
    const why = index.explain('请问读者卡丢了咋办，奥特曼？');
    expect(why.heard).toBe('读者卡丢了咋办,奥特曼');
    expect(why.words).toEqual(expect.arrayContaining(['=怎么', '=丢失']));
    expect(why.unknown).toContain('曼');
    expect(why.candidates[0]).toMatchObject({ id: 'card-lost' });
    expect(why.margin).toBeGreaterThan(0);
    expect(why.candidates[0]?.features.words).toBeGreaterThan(why.candidates[1]?.features.words ?? 1);
  });

  it('shows the reading that pinyin was heard as', () => {
    expect(index.explain('zenmexujie').readings).toContain('怎么续借');
  });
});
