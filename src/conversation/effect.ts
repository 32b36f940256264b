import type { InboundBody, OutFile, OutMessage } from '../channel/message.ts';
import type { Day } from '../day.ts';
import type { ShownState } from '../knowledge/schema/regime.ts';
import type { Pause } from '../requests/calendar/pause.ts';
import type { Draft } from '../requests/form/draft.ts';
import type { AnswerRemedy } from '../requests/lifecycle/answer-remedy.ts';
import type { Leaving } from './command.ts';
import type { PastWait } from './estimate-wait.ts';

/** A file somebody sent, described and not yet fetched. */
export type SentFile = Extract<InboundBody, { kind: 'file' }>;

/** How a requester is reached: they may change it by themselves (个人信息保护法 art. 46). Who they are is checked by staff. */
export type CorrectableField = 'phone' | 'email' | 'address';

/** Why a file does not go with a request. `closed`: nothing can be added any more; `gone`: it could not be fetched. */
export type FileRefusal =
  | 'empty'
  | 'too_large'
  | 'kind'
  | 'metadata'
  | 'infected'
  | 'too_many'
  | 'not_here'
  | 'gone'
  | 'unsearched'
  | 'closed';

/** An answer that a person looks at before it is sent. `subject` names what it comes from: `answer/fees`. */
export interface HoldAnswer {
  readonly kind: 'hold_answer';
  readonly subject: string;
  /** It is of those an authority wants looked at, or the desk is not sure enough of it. */
  readonly why: 'listed' | 'unsure';
  readonly confidence: number;
  /** What was asked; null when a button was pressed. */
  readonly question: string | null;
  readonly replies: readonly OutMessage[];
}

/** What a turn wants done in the same transaction that stores its state and replies. */
export type Effect =
  | { readonly kind: 'file_request'; readonly draft: Draft }
  | { readonly kind: 'look_up_request'; readonly number: string; readonly secret: string }
  | { readonly kind: 'withdraw_request'; readonly number: string; readonly secret: string }
  | { readonly kind: 'supplement_request'; readonly number: string; readonly secret: string; readonly text: string }
  /** `field` is one a requester may change by themselves. */
  | {
      readonly kind: 'correct_request';
      readonly number: string;
      readonly secret: string;
      readonly field: CorrectableField;
      readonly value: string;
    }
  | { readonly kind: 'attach_file'; readonly number: string; readonly secret: string; readonly file: SentFile }
  /** Make a link that takes the draft to the form page. */
  | { readonly kind: 'hand_over'; readonly draft: Draft }
  | { readonly kind: 'open_hand_over'; readonly token: string }
  | { readonly kind: 'show_my_data' }
  /** `erased` is what stands in the place of every line from then on. */
  | { readonly kind: 'erase_my_data'; readonly erased: string }
  | { readonly kind: 'join_queue'; readonly topic: string }
  /** Words for the staff from somebody who waits; a contact is personal data. */
  | { readonly kind: 'leave_words'; readonly what: Leaving; readonly words: string }
  | { readonly kind: 'leave_queue' }
  | HoldAnswer
  /** `subject` is an answer's id or a request's number; `level` 5 非常满意 to 1 非常不满意. */
  | {
      readonly kind: 'rate';
      readonly of: 'answer' | 'case';
      readonly subject: string;
      readonly release: string | null;
      readonly level: number;
      /** What was asked last, when that is known: of an answer rated poorly it is kept for the editors. */
      readonly question: string | null;
    }
  /** Of a request filed in this conversation: an outline for contesting its answer; its text for another authority. */
  | { readonly kind: 'outline_remedy' | 'carry_over'; readonly number: string }
  | { readonly kind: 'record_unanswered'; readonly question: string; readonly nearest: string | null };

/** A request's standing as its requester may see it. Dates are civil days in China. */
export interface RequestView {
  readonly number: string;
  readonly state: ShownState;
  readonly filedOn: Day;
  /** Day both sides confirmed (711 art. 31(3)); the answer clock starts there. Null until then. */
  readonly receivedOn: Day | null;
  readonly dueOn: Day | null;
  /** true when the due date rests on a year whose holidays are not announced. */
  readonly dueProvisional: boolean;
  /**
   * How the due date comes about: so many working days, and those of an extension, after a day, without the pauses. Null
   * while the clock has not begun, and when the authority set a day instead.
   */
  readonly count: {
    readonly from: Day;
    readonly days: number;
    readonly extendedBy: number;
    readonly pauses: readonly Pause[];
  } | null;
  /** Until when the requester has to do something: clarify, give reasons, pay. */
  readonly waits: { readonly until: Day; readonly provisional: boolean } | null;
  readonly answeredOn: Day | null;
  /** The other authority the requester turned to with the same text, when, and the case that stands for it. */
  readonly readdressed: { readonly authority: string; readonly on: Day; readonly number: string | null } | null;
  /** Of a case that stands for an application elsewhere: the authority, and the case whose text it has. */
  readonly carriedFrom: { readonly authority: string; readonly number: string } | null;
  /** Files that go with it. */
  readonly files: number;
  /** Last day to ask for reconsideration of the answer. */
  readonly remedyBy: Day | null;
  /** Description of the information asked for, shortened, without personal data. */
  readonly about: string;
  readonly events: readonly { readonly on: Day; readonly kind: string }[];
}

/** What is kept of one conversation. */
export interface HeldData {
  readonly lines: number;
  /** Requests filed in it, which are kept whatever becomes of the conversation. */
  readonly requests: readonly { readonly number: string; readonly filedOn: Day }[];
  /** Page on which all data of a request is fetched with its number and code; null when the desk has no address. */
  readonly exportUrl: string | null;
}

/** What became of an effect; the turn answers it as if it were a message. */
export type DeskEvent =
  | {
      readonly kind: 'request_filed';
      readonly view: RequestView;
      /** Shown once; only its hash is kept. Null when this draft had been filed before. */
      readonly secret: string | null;
    }
  | { readonly kind: 'request_found'; readonly view: RequestView }
  | { readonly kind: 'request_not_found'; readonly number: string }
  | { readonly kind: 'request_withdrawn'; readonly view: RequestView; readonly already: boolean }
  | { readonly kind: 'request_supplemented'; readonly view: RequestView }
  | {
      readonly kind: 'request_corrected';
      readonly number: string;
      /** Numbers of the cases the same request became at other authorities, corrected with it. */
      readonly beside: readonly string[];
      readonly field: CorrectableField;
    }
  /** A file is fetched and looked at; `file_kept` or `file_refused` follows. */
  | { readonly kind: 'file_awaited'; readonly number: string; readonly name: string }
  | { readonly kind: 'file_kept'; readonly number: string; readonly name: string }
  | { readonly kind: 'file_refused'; readonly number: string; readonly name: string; readonly why: FileRefusal }
  | { readonly kind: 'too_many_attempts'; readonly minutes: number }
  /** `url` is null when the desk has no address of its own to link to. */
  | { readonly kind: 'hand_over_made'; readonly url: string | null; readonly minutes: number }
  | { readonly kind: 'hand_over_opened'; readonly draft: Draft }
  | { readonly kind: 'hand_over_gone'; readonly minutes: number }
  /** A request begun in this conversation was filed on the page. */
  | { readonly kind: 'filed_on_page'; readonly view: RequestView }
  | { readonly kind: 'my_data_shown'; readonly held: HeldData }
  | { readonly kind: 'my_data_erased'; readonly held: HeldData }
  /** `followUpBy`: until when somebody looks into a poor rating. */
  | { readonly kind: 'rated'; readonly of: 'answer' | 'case'; readonly level: number; readonly followUpBy: Day | null }
  | ({
      readonly kind: 'remedy_outlined';
      readonly number: string;
      readonly filedOn: Day;
      readonly receivedOn: Day | null;
      readonly notice: { readonly number: string; readonly on: Day } | null;
      /** Id of the regime. */
      readonly regime: string;
    } & AnswerRemedy)
  | {
      readonly kind: 'request_readdressed';
      readonly number: string;
      /** The case that stands for the application there; null for what was written anew before there were such cases. */
      readonly linked: string | null;
      readonly authority: string;
      readonly contact: string | null;
      readonly contactSource: string | null;
      /** The application written anew; null where documents are not made. */
      readonly file: OutFile | null;
      /** Page where it is fetched; null when the desk has no address. */
      readonly url: string | null;
    }
  /** The button does nothing for this request: not filed here, not answered, or not of that outcome. */
  | { readonly kind: 'case_not_for_this'; readonly number: string }
  /** Not answered yet, or not filed here. */
  | { readonly kind: 'rating_refused' }
  /** `past`: how long others waited lately. */
  | { readonly kind: 'queue_joined'; readonly ahead: number; readonly past: readonly PastWait[] }
  /** A person looks at the answer first; so many others are looked at before it. */
  | { readonly kind: 'answer_held'; readonly ahead: number }
  /** Somebody at the desk approved it. */
  | { readonly kind: 'answer_released'; readonly question: string | null; readonly replies: readonly OutMessage[] }
  /** Nothing was erased: these cases of the conversation are held, for a reconsideration or a court. */
  | { readonly kind: 'my_data_on_hold'; readonly numbers: readonly string[] }
  | { readonly kind: 'words_left'; readonly what: Leaving };
