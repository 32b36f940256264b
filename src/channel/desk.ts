import type { Outcome } from '../conversation/outcome.ts';
import type { ConversationId, Inbound, OutFile, OutMessage } from './message.ts';

/** One line of a conversation as stored. `seq` grows by one within its conversation and is the SSE event id. */
export interface TranscriptLine {
  readonly seq: number;
  readonly at: string;
  readonly from: 'citizen' | 'desk' | 'staff';
  /** What was said; a citizen's own line is always `text`, with personal numbers masked. */
  readonly message: OutMessage;
}

/** What became of a delivery: the same for the first and every repeated one. */
export interface Received {
  readonly lines: readonly TranscriptLine[];
  readonly outcome: Outcome;
  /** true when this message id had been handled before and nothing was done again. */
  readonly repeated: boolean;
}

/** A file a line of a conversation hands over, with its bytes. */
export interface DeskFile {
  readonly file: OutFile;
  readonly content: Uint8Array;
}

/** The desk as a channel sees it. Adapters know nothing else of the rooms behind. */
export interface Desk {
  /** Claims, handles and stores one message; conversations run one message at a time, in order. */
  readonly receive: (inbound: Inbound) => Promise<Received>;
  /** Lines after `seq`, oldest first: what a reader who was away has missed. */
  readonly readTranscript: (conversation: ConversationId, after: number) => Promise<readonly TranscriptLine[]>;
  /** The file of the line numbered `seq`, fetched now; `gone` where there is none, or none any more. Throws when it cannot be had now. */
  readonly readFile: (conversation: ConversationId, seq: number) => Promise<DeskFile | 'gone'>;
  /** Calls back for every line stored from now on, until the returned function is called. */
  readonly follow: (conversation: ConversationId, listener: (line: TranscriptLine) => void) => () => void;
}

/** Takes a file uploaded to the desk itself as a message of its conversation; what becomes of it is told as lines. */
export type ReceiveFile = (
  file: Pick<Inbound, 'id' | 'conversation'> & {
    /** As the sender called it. */
    readonly name: string;
    readonly bytes: Uint8Array;
  },
) => Promise<Received>;

/** A channel that can be started and drained. */
export interface Adapter {
  readonly name: string;
  /** Where people reach it, once started: an address to print, or null. */
  readonly start: () => Promise<string | null>;
  /** Stops taking messages, finishes those in hand, closes connections. */
  readonly stop: () => Promise<void>;
}
