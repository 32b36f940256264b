import { type Action, type Actor, mayAtAll } from '../rights/index.ts';

/** The right to read what an event is about. An event says only that something changed; it is read by its own route. */
const READ_BY: Readonly<Record<string, Action>> = {
  conversation: 'conversation.read',
  answer: 'answer.list',
  request: 'request.read',
  undelivered: 'undelivered.list',
  links: 'knowledge.read',
  digests: 'figures.read',
  report: 'report.read',
  'follow-ups': 'follow_up.list',
};

/** Whether somebody may learn that a subject changed. */
export function mayHear(actor: Actor, subject: string): boolean {
  const [kind = ''] = subject.replace(/^presence:/u, '').split(':');
  const action = READ_BY[kind];
  return action !== undefined && mayAtAll(actor, action);
}
