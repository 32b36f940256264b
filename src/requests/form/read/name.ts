import { accept, type Reading, refuse } from './reading.ts';
import { countCharacters, tidyLine } from './tidy.ts';

const PERSON = { least: 2, most: 40 };
const ORGANISATION = { least: 4, most: 80 };
const LABEL = /^(?:我的?)?(?:单位|公司)?(?:姓名|名字|名称|单位|联系人|全称|name)?\s*(?:[:：]|是|叫|为|is )\s*/iu;
const INTRODUCTION = /^(?:我(?:是|叫|们是)|本人(?:是|叫)?|my name is |i am |i'm )\s*/iu;

function tidyName(text: string): string {
  return tidyLine(text)
    .replace(INTRODUCTION, '')
    .replace(LABEL, '')
    .replaceAll(/[•・‧∙⋅●･]/gu, '·')
    .replace(/[。.,，;；!！]+$/u, '')
    .replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .trim();
}

/** A person's name in any script: Chinese with rare characters and 阿依古丽·买买提, Latin with dots and hyphens. */
export function readPersonName(text: string): Reading {
  const name = tidyName(text);
  if (/^(?:匿名|不透露|保密|无名|不想说|不告诉|不愿)/u.test(name)) return refuse('name_anonymous');
  const length = countCharacters(name);
  if (length < PERSON.least) return refuse('name_short');
  if (length > PERSON.most) return refuse('name_long', { most: PERSON.most });
  return /^[\p{L}\p{M}\p{Co}][\p{L}\p{M}\p{Co}·.'’ -]*$/u.test(name) ? accept(name) : refuse('name_characters');
}

/** Registered names in Chinese carry full-width brackets. */
function widenBrackets(name: string): string {
  return /\p{Script=Han}/u.test(name) ? name.replaceAll('(', '（').replaceAll(')', '）') : name;
}

/** An organisation's registered name, with brackets and numbers as they occur in names. */
export function readOrganisationName(text: string): Reading {
  const name = tidyName(text);
  const length = countCharacters(name);
  if (length < ORGANISATION.least) return refuse('organisation_short');
  if (length > ORGANISATION.most) return refuse('name_long', { most: ORGANISATION.most });
  return /^[\p{L}\p{M}\p{N}\p{Co}][\p{L}\p{M}\p{N}\p{Co}·.,'’&+()（）“”"、 -]*$/u.test(name)
    ? accept(widenBrackets(name))
    : refuse('organisation_characters');
}
