import type { OutMessage } from '../../src/channel/message.ts';
import { renderPlain } from '../../src/channel/render-plain.ts';
import type { DeskEvent, Effect, RequestView } from '../../src/conversation/effect.ts';
import type { Release } from '../../src/conversation/release.ts';
import { type ConversationState, conversationStateSchema, startState } from '../../src/conversation/state.ts';
import { turn } from '../../src/conversation/turn.ts';
import type { TurnInput, TurnResult } from '../../src/conversation/turn-contract.ts';
import { type Day, dayOf } from '../../src/day.ts';
import { maskNumbersInText } from '../../src/store/index.ts';

export { openShippedRelease as openRelease } from '../shipped-release.ts';

export const SECRET = 'BCDF2345';

/** Keeps requests in memory and does what a turn asks for, as the delivery room does with its store. */
export class Clerk {
  readonly filed = new Map<string, RequestView>();
  readonly drafts = new Map<string, Extract<Effect, { kind: 'file_request' }>['draft']>();
  readonly asked: Effect[] = [];

  carryOut(effect: Effect, today: Day): DeskEvent | null {
    this.asked.push(effect);
    switch (effect.kind) {
      case 'file_request':
        return this.file(effect.draft, today);
      case 'look_up_request':
      case 'withdraw_request':
      case 'supplement_request':
        return this.change(effect, today);
      case 'join_queue':
        return { kind: 'queue_joined', ahead: 0, past: [] };
      default:
        return null;
    }
  }

  /** What the office does outside the conversation. */
  confirm(
    number: string,
    dates: Pick<RequestView, 'receivedOn' | 'dueOn' | 'dueProvisional'>,
    changes: Partial<RequestView> = {},
  ): void {
    const view = this.filed.get(number);
    const { receivedOn } = dates;
    const count = receivedOn && { from: receivedOn, days: 20, extendedBy: 0, pauses: [] };
    if (view) this.filed.set(number, { ...view, ...dates, state: 'received', count, ...changes });
  }

  private file(draft: Extract<Effect, { kind: 'file_request' }>['draft'], today: Day): DeskEvent {
    const known = [...this.drafts].find(([, each]) => each.id === draft.id)?.[0];
    const view = known === undefined ? undefined : this.filed.get(known);
    if (view) return { kind: 'request_filed', view, secret: null };
    const number = `SPB-${today.slice(0, 4)}-${String(this.filed.size + 1).padStart(6, '0')}`;
    const made: RequestView = {
      number,
      state: 'filed',
      filedOn: today,
      receivedOn: null,
      dueOn: null,
      dueProvisional: false,
      count: null,
      waits: null,
      answeredOn: null,
      readdressed: null,
      carriedFrom: null,
      files: 0,
      remedyBy: null,
      about: maskNumbersInText(draft.description ?? ''),
      events: [{ on: today, kind: 'filed' }],
    };
    this.filed.set(number, made);
    this.drafts.set(number, draft);
    return { kind: 'request_filed', view: made, secret: SECRET };
  }

  private change(
    effect: Extract<Effect, { kind: 'look_up_request' | 'withdraw_request' | 'supplement_request' }>,
    today: Day,
  ): DeskEvent {
    const view = this.filed.get(effect.number);
    if (!view || effect.secret !== SECRET) return { kind: 'request_not_found', number: effect.number };
    if (effect.kind === 'look_up_request') return { kind: 'request_found', view };
    const withdrawn = effect.kind === 'withdraw_request';
    const kind = withdrawn ? 'withdrawn' : 'supplemented';
    const next: RequestView = {
      ...view,
      state: withdrawn ? 'withdrawn' : view.state,
      events: [...view.events, { on: today, kind }],
    };
    this.filed.set(view.number, next);
    if (withdrawn) return { kind: 'request_withdrawn', view: next, already: view.state === 'withdrawn' };
    return { kind: 'request_supplemented', view: next };
  }
}

/** One conversation with the real turn. Its state goes through storage's JSON after every message. */
export class Conversation {
  state: ConversationState = startState();
  last: TurnResult | undefined;
  replies: readonly OutMessage[] = [];
  readonly clerk: Clerk;
  private readonly release: Release;
  private messages = 0;
  now: Date;

  constructor(release: Release, options: { now?: string; clerk?: Clerk } = {}) {
    this.release = release;
    this.now = new Date(options.now ?? '2026-11-23T10:00:00+08:00');
    this.clerk = options.clerk ?? new Clerk();
  }

  /** Types a text; returns all that is said in reply as plain text. */
  say(text: string): string {
    return this.take({ kind: 'text', text });
  }

  /** Presses the button of the last reply whose label contains the words; a value is pressed as it is. */
  press(label: string): string {
    const choice = this.state.choices.find((each) => each.label.includes(label));
    return this.take({ kind: 'choice', value: choice?.value ?? label });
  }

  get outcome(): string {
    return `${this.last?.outcome.kind}/${this.last?.outcome.id}`;
  }

  get labels(): readonly string[] {
    return this.state.choices.map((choice) => choice.label);
  }

  private take(input: TurnInput): string {
    this.messages += 1;
    const id = `m${this.messages}`;
    const replies: OutMessage[] = [];
    const waiting: TurnInput[] = [input];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = turn(this.state, next, this.release, this.now, id);
      this.state = conversationStateSchema.parse(JSON.parse(JSON.stringify(result.state)));
      this.last = result;
      replies.push(...result.replies);
      for (const effect of result.effects) {
        const event = this.clerk.carryOut(effect, dayOf(this.now));
        if (event) waiting.push({ kind: 'event', event });
      }
    }
    this.replies = replies;
    return replies.map((reply) => renderPlain(reply, { sources: '依据' })).join('\n\n');
  }
}
