/** What is known of one attempt to deliver a message: a process that dies does not say whether it had taken it. */
export type Acknowledgement = 'acked' | 'refused' | 'unknown';

/** One operation, as it was seen from outside. `at`: milliseconds since the run began. */
export type Operation =
  | {
      readonly kind: 'deliver';
      readonly at: number;
      readonly process: string;
      readonly conversation: string;
      readonly id: string;
      readonly how: Acknowledgement;
      /** Lines that came with the answer. */
      readonly carried: readonly string[];
    }
  /** The platform was handed a part. `taken`: it shows it to the person, whatever it answered. */
  | {
      readonly kind: 'send';
      readonly at: number;
      readonly conversation: string;
      readonly key: string;
      readonly text: string;
      readonly taken: boolean;
    }
  /** Somebody was told the number of their request. */
  | { readonly kind: 'filed'; readonly at: number; readonly conversation: string; readonly number: string }
  /** One of several colleagues who acted on a case at the same event. `unknown`: the database failed meanwhile. */
  | {
      readonly kind: 'staff';
      readonly at: number;
      readonly number: string;
      readonly version: number;
      readonly who: string;
      readonly how: 'won' | 'lost' | 'unknown';
    }
  | { readonly kind: 'nemesis'; readonly at: number; readonly what: string; readonly process: string | null }
  | { readonly kind: 'up'; readonly at: number; readonly process: string };

export type History = readonly Operation[];

/** What is stored when everything has come to rest. */
export interface Ending {
  readonly messages: readonly {
    readonly conversation: string;
    readonly id: string;
    readonly handled: boolean;
    readonly setAside: boolean;
  }[];
  readonly lines: readonly {
    readonly conversation: string;
    readonly seq: number;
    readonly from: 'citizen' | 'desk' | 'staff';
    readonly text: string;
    /** Key the first part is sent under. */
    readonly key: string;
    readonly state: 'delivered' | 'owed' | 'undeliverable';
  }[];
  readonly requests: readonly { readonly number: string; readonly conversation: string }[];
  /** What the colleagues who raced left in the logs. */
  readonly acts: readonly { readonly number: string; readonly seq: number; readonly who: string }[];
  /** Days told to somebody that moved when another calendar was published. */
  readonly movedDates: number;
  /** Differences between what is stored of cases and what their events say. */
  readonly deviations: readonly string[];
}
