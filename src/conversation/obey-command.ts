import type { Command } from './command.ts';
import { outcomeOf } from './outcome.ts';
import type { SkillResult, TurnContext } from './skill.ts';
import { giveAnswer } from './skills/answer.ts';
import { markForApproval } from './skills/approval.ts';
import { answerFigure } from './skills/figure.ts';
import { startFiling } from './skills/file.ts';
import { handOverForm, takeUpForm } from './skills/filing/hand-over.ts';
import { giveHelp, offerTopics } from './skills/help.ts';
import { askForWords } from './skills/leave-words.ts';
import { obeyMyData } from './skills/my-data.ts';
import { askForPerson } from './skills/person.ts';
import { rate } from './skills/rate.ts';
import { referTo } from './skills/refer.ts';
import { obeyTracking, startTracking } from './skills/track.ts';

/** A matter, or a kind of authority named outright. */
function canRefer({ release: { base } }: TurnContext, id: string): boolean {
  return base.matters.some((matter) => matter.id === id) || base.kinds.some((kind) => kind.id === id);
}

function askOfCase(kind: 'outline_remedy' | 'carry_over', number: string): SkillResult {
  return { replies: [], effects: [{ kind, number }], outcome: outcomeOf({ kind: 'status', id: number }) };
}

/** Does what a button says; what a person has to look at first is marked. Undefined when it means something this release no longer has. */
export function obeyCommand(context: TurnContext, command: Command): SkillResult | undefined {
  const done = doCommand(context, command);
  return done && markForApproval(context, done, false);
}

function doCommand(context: TurnContext, command: Command): SkillResult | undefined {
  switch (command.do) {
    case 'answer':
      return giveAnswer(context, { id: command.id, confidence: 1, years: command.year === null ? [] : [command.year] });
    case 'figure':
      return answerFigure(context, { kind: 'value', metrics: [command.id], year: command.year });
    case 'refer':
      return canRefer(context, command.matter)
        ? referTo(context, { matterId: command.matter, place: command.place, wish: 'question', confidence: 1 })
        : undefined;
    case 'request':
      return startFiling(context, { about: command.about });
    case 'track':
      return startTracking(context, 'status');
    case 'withdraw':
    case 'supplement':
      return startTracking(context, command.do);
    case 'person':
      return askForPerson(context);
    case 'leave':
      return askForWords(context, command.what);
    case 'help':
      return giveHelp(context);
    case 'topics':
      return offerTopics(context);
    case 'remedy':
      return askOfCase('outline_remedy', command.number);
    case 'carry':
      return askOfCase('carry_over', command.number);
    case 'rate':
      return rate(context, command);
    case 'tracking':
      return obeyTracking(context, command.action);
    case 'hand-over':
      return command.token === null ? handOverForm(context) : takeUpForm(context, command.token);
    case 'my-data':
      return obeyMyData(context, command.action);
    case 'form':
      return undefined;
  }
}
