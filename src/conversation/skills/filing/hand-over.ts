import type { OutMessage } from '../../../channel/message.ts';
import type { Draft } from '../../../requests/form/draft.ts';
import type { FormState } from '../../../requests/form/form-state.ts';
import { encodeCommand } from '../../command.ts';
import type { DeskEvent } from '../../effect.ts';
import { outcomeOf } from '../../outcome.ts';
import type { SkillResult, TurnContext } from '../../skill.ts';
import { askStep } from './ask-step.ts';
import { formChoices } from './form-choice.ts';

/** Steps that ask nothing about the person. */
const IMPERSONAL: ReadonlySet<string> = new Set(['description', 'check']);

/** What of a draft may stand in a chat kept abroad: its id and what is asked for. */
function strip({ id, description }: Draft): Draft {
  return description === undefined ? { id } : { id, description };
}

/** A form waiting to be finished on the page; "continue" makes another link. */
function rest(draft: Draft): FormState {
  return { draft, step: 'consent', paused: true, editing: false };
}

/**
 * Holds a result to the rule that personal data is never asked for, nor kept, in a chat on an overseas platform: a
 * step that would ask becomes a link to the form page, and whatever a draft holds besides the description is dropped.
 */
export function keepFromChat(context: TurnContext, result: SkillResult): SkillResult {
  if (context.state.handOver !== 'must') return result;
  const effects = result.effects?.filter((effect) => effect.kind !== 'file_request') ?? [];
  const form = result.state?.form;
  if (!form) return { ...result, effects };
  const draft = strip(form.draft);
  if (IMPERSONAL.has(form.step)) return { ...result, effects, state: { ...result.state, form: { ...form, draft } } };
  const asks = result.outcome.kind === 'request' && [form.step, 'submit'].includes(result.outcome.id ?? '');
  const state = { ...result.state, form: { ...rest(draft), cancelling: form.cancelling } };
  if (!asks || form.cancelling) return { ...result, effects, state };
  return {
    replies: [],
    outcome: outcomeOf({ kind: 'request', id: 'hand-over', confidence: 1 }),
    effects: [...effects, { kind: 'hand_over', draft }],
    state,
  };
}

/** Goes on with the open form on the page, because the person would rather. Undefined when no form is open. */
export function handOverForm({ state }: TurnContext): SkillResult | undefined {
  if (!state.form || state.handOver === undefined) return undefined;
  return {
    replies: [],
    outcome: outcomeOf({ kind: 'request', id: 'hand-over', confidence: 1 }),
    effects: [{ kind: 'hand_over', draft: state.handOver === 'must' ? strip(state.form.draft) : state.form.draft }],
    state: { form: { ...state.form, paused: true } },
  };
}

/** Takes up on the page what was begun in a chat. Undefined in a chat: what was handed over may not come back. */
export function takeUpForm({ state }: TurnContext, token: string): SkillResult | undefined {
  if (state.handOver !== undefined) return undefined;
  const outcome = outcomeOf({ kind: 'request', id: 'hand-over', confidence: 1 });
  return { replies: [], outcome, effects: [{ kind: 'open_hand_over', token }] };
}

function tell(id: string, message: OutMessage, form?: FormState | null): SkillResult {
  const outcome = outcomeOf({ kind: 'request', id, confidence: 1 });
  return { replies: [message], outcome, ...(form === undefined ? {} : { state: { form } }) };
}

type Handing = Extract<DeskEvent, { kind: 'hand_over_made' | 'hand_over_opened' | 'hand_over_gone' | 'filed_on_page' }>;

/** Puts into words what became of a link: made, taken up on the page, too old, or filed there in the end. */
export function reportHandOver(context: TurnContext, event: Handing): SkillResult {
  const { say, state } = context;
  switch (event.kind) {
    case 'hand_over_made': {
      if (event.url === null) {
        const {
          office,
          address,
          phone,
          phone: { asOf },
        } = context.release.base.profile;
        const values = { office: office.value, address: address.value, phone: phone.value, asOf };
        return tell('hand-over', { kind: 'text', text: say('hand-over.no_page', values) });
      }
      const why = say(state.handOver === 'must' ? 'hand-over.why_must' : 'hand-over.why_may');
      const text = say('hand-over.made', { why, url: event.url, minutes: event.minutes });
      return tell('hand-over', { kind: 'text', text, choices: formChoices(context, ['cancel', 'person']) });
    }
    case 'hand_over_opened': {
      const form: FormState = { draft: event.draft, step: 'consent', paused: false, editing: false };
      const asked = tell('consent', askStep(context, { kind: 'ask', form }), form);
      return { ...asked, replies: [{ kind: 'notice', text: say('hand-over.opened') }, ...asked.replies] };
    }
    case 'hand_over_gone':
      return tell('hand-over-gone', {
        kind: 'text',
        text: say('hand-over.gone', { minutes: event.minutes }),
      });
    case 'filed_on_page': {
      const track = { value: encodeCommand({ do: 'track' }), label: say('track.choice_track') };
      const text = say('hand-over.filed', { number: event.view.number, about: event.view.about });
      const told = tell(event.view.number, { kind: 'text', text, choices: [track] }, null);
      return { ...told, state: { form: null, filed: event.view.number } };
    }
  }
}
