import { ROLES, type Role } from '../../roles.ts';
import type { Action, State } from './actions.ts';

/** Who may be asking: nobody known, somebody from whom signing in still wants a step (named after it), or a role. */
export const PARTIES = ['nobody', 'code', 'password', 'enrol', ...ROLES] as const;
export type Party = (typeof PARTIES)[number];

/** One row: these parties may do these things, to what stands in these states and is theirs or not. */
export interface Grant {
  readonly may: readonly Action[];
  readonly parties: readonly Party[];
  /** Left out: in every state. */
  readonly in?: readonly State[];
  /** Left out: own and others' alike. What makes a thing one's own is said where its subject is read. */
  readonly whose?: 'own' | 'other';
}

/** Those who work on requests and may know who asks. */
const CASE_WORKERS = ['registrar', 'handler', 'unit_head', 'approver'] as const satisfies readonly Role[];
const EDITORS = ['knowledge_editor', 'knowledge_publisher'] as const satisfies readonly Role[];
const TALKERS = ['chat_agent', 'registrar', 'unit_head'] as const satisfies readonly Role[];

/** The only authority on who may do what. Whatever no row grants is refused. */
export const MATRIX: readonly Grant[] = [
  { may: ['api.describe', 'session.start'], parties: PARTIES },
  { may: ['session.read', 'session.end'], parties: ['code', 'password', 'enrol', ...ROLES] },
  // Who knows only the password gets past the code by nothing but the code.
  { may: ['session.code'], parties: ['code'] },
  { may: ['session.password'], parties: ['password', ...ROLES] },
  { may: ['session.enrol'], parties: ['enrol', ...ROLES] },
  // Which changes somebody hears of follows from what they may read.
  { may: ['session.end_all', 'session.chat_code', 'directory.read', 'events.follow'], parties: ROLES },

  { may: ['account.list', 'account.create', 'unit.create', 'unit.rename'], parties: ['administrator'] },
  { may: ['account.read'], parties: ['administrator'] },
  // Settings by name and counts: no secret, nothing of what people wrote.
  { may: ['channel.list'], parties: ['administrator'] },
  { may: ['hours.read', 'hours.write'], parties: ['administrator'] },
  // Keys by id and how much each has sealed; never a key.
  { may: ['keys.read', 'keys.rotate'], parties: ['administrator'] },
  // Classes, counts and numbers of cases; the auditor checks what the administrator erased.
  { may: ['retention.read'], parties: ['administrator', 'auditor'] },
  { may: ['retention.run'], parties: ['administrator'] },
  // Nobody changes their own rights, nor locks themselves out: another administrator does, or the command line.
  { may: ['account.rights', 'account.reset'], parties: ['administrator'], whose: 'other' },
  { may: ['account.disable'], parties: ['administrator'], in: ['active'], whose: 'other' },
  { may: ['account.enable'], parties: ['administrator'], in: ['disabled'], whose: 'other' },

  // Counts only: nothing in them says who asked, or in which words.
  {
    may: ['figures.read', 'figures.export'],
    parties: [
      'registrar',
      'unit_head',
      'approver',
      'knowledge_editor',
      'knowledge_publisher',
      'administrator',
      'auditor',
    ],
  },

  // Who may see the report sees the numbers of requests behind its cells, and opens them by their own rights.
  { may: ['report.read'], parties: [...CASE_WORKERS, 'auditor'] },
  { may: ['report.write'], parties: ['registrar', 'handler', 'unit_head'] },
  // Never who wrote in it: the approval asks for another person.
  { may: ['report.approve'], parties: ['approver'] },

  { may: ['audit.read', 'audit.verify', 'audit.export'], parties: ['auditor'] },

  { may: ['conversation.list', 'conversation.read', 'conversation.present', 'undelivered.list'], parties: TALKERS },
  { may: ['answer.list'], parties: TALKERS },
  // Nobody approves what they wrote. Who comes second may still ask, and is told who was first.
  { may: ['answer.approve'], parties: TALKERS, whose: 'other' },
  { may: ['answer.reject'], parties: TALKERS },
  { may: ['answer.edit'], parties: TALKERS, in: ['waiting'] },
  { may: ['canned.list', 'canned.write'], parties: TALKERS },
  // What everybody answers with is taken away by the head of a unit alone.
  { may: ['canned.remove'], parties: ['unit_head'] },
  // What a citizen left is seen as it is only by who gives a reason, which is recorded.
  { may: ['conversation.unmask'], parties: TALKERS },
  // Who comes second may still ask, and is told who was first.
  { may: ['conversation.claim'], parties: TALKERS, in: ['waiting', 'open'] },
  // The head of a unit may take over what a colleague has; nobody else takes a conversation away.
  { may: ['conversation.take_over'], parties: ['unit_head'], in: ['open'], whose: 'other' },
  { may: ['conversation.note'], parties: TALKERS },
  {
    may: ['conversation.reply', 'conversation.forward', 'conversation.hand_back', 'conversation.end'],
    parties: TALKERS,
    in: ['open'],
    whose: 'own',
  },

  {
    may: [
      'knowledge.read',
      'knowledge.preview',
      'knowledge.import',
      'link.check',
      'unanswered.list',
      'unanswered.settle',
    ],
    parties: EDITORS,
  },
  { may: ['draft.list', 'draft.create', 'draft.read', 'draft.comment', 'release.list'], parties: EDITORS },
  { may: ['draft.change', 'draft.submit'], parties: EDITORS, in: ['open'] },
  { may: ['draft.try', 'draft.drop'], parties: EDITORS, in: ['open', 'review', 'approved'] },
  // A second person looks at it: nobody approves what they wrote or changed themselves.
  { may: ['draft.review'], parties: EDITORS, in: ['review'], whose: 'other' },
  { may: ['draft.publish'], parties: ['knowledge_publisher'], in: ['approved'] },
  { may: ['release.try', 'release.publish', 'release.roll_back'], parties: ['knowledge_publisher'] },

  { may: ['request.list', 'request.read'], parties: [...CASE_WORKERS, 'secrecy_reviewer', 'chat_agent', 'auditor'] },
  // Who audits looks on unseen.
  { may: ['request.present'], parties: [...CASE_WORKERS, 'secrecy_reviewer', 'chat_agent'] },
  // Who searches by name or phone learns whose request it is.
  { may: ['request.search', 'request.unmask'], parties: CASE_WORKERS },
  // What people were not content with is looked into by who knows the case or the answer.
  { may: ['follow_up.list', 'follow_up.close'], parties: [...CASE_WORKERS, 'knowledge_editor'] },
  // Papers as texts, with what names the requester starred: who reviews secrecy judges them too.
  { may: ['request.papers', 'request.preview'], parties: [...CASE_WORKERS, 'secrecy_reviewer'] },
  // The file itself names the requester in full; who had it is recorded.
  { may: ['request.paper_file', 'request.related'], parties: CASE_WORKERS },
  // Which step, in which state, and whether on one's own draft: the tables under knowledge/<authority>/regime say.
  { may: ['request.act'], parties: [...CASE_WORKERS, 'secrecy_reviewer'] },
];
