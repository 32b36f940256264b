/** What an action is done to. Each kind has its states; `nothing` has none and stands for the desk as a whole. */
export const STATES = {
  nothing: ['-'],
  account: ['active', 'disabled'],
  conversation: ['waiting', 'open', 'ended'],
  request: ['filed', 'received', 'withdrawn', 'answered'],
} as const;
export type SubjectKind = keyof typeof STATES;
export type State = (typeof STATES)[SubjectKind][number];

/** Everything that can be done over HTTP, with the kind of thing it is done to. A route without an action does not start. */
export const ACTIONS = {
  'api.describe': 'nothing',
  'session.start': 'nothing',
  'session.code': 'nothing',
  'session.enrol': 'nothing',
  'session.read': 'nothing',
  'session.password': 'nothing',
  'session.end': 'nothing',
  'session.end_all': 'nothing',
  'directory.read': 'nothing',
  'account.list': 'nothing',
  'account.create': 'nothing',
  'account.read': 'account',
  'account.rights': 'account',
  'account.reset': 'account',
  'account.disable': 'account',
  'account.enable': 'account',
  'unit.create': 'nothing',
  'unit.rename': 'nothing',
  'audit.read': 'nothing',
  'audit.verify': 'nothing',
  'audit.export': 'nothing',
  'conversation.list': 'nothing',
  'conversation.read': 'conversation',
  'conversation.claim': 'conversation',
  'conversation.take_over': 'conversation',
  'conversation.reply': 'conversation',
  'conversation.note': 'conversation',
  'conversation.forward': 'conversation',
  'conversation.hand_back': 'conversation',
  'conversation.end': 'conversation',
  'undelivered.list': 'nothing',
  'request.list': 'nothing',
  'request.search': 'nothing',
  'request.read': 'request',
  'request.unmask': 'request',
} as const satisfies Record<string, SubjectKind>;
export type Action = keyof typeof ACTIONS;
