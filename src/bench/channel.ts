export interface ChannelBenchResult {
  readonly channel: string;
  /** Messages a second, medians: the bare adapter echoing, and the whole pipeline. */
  readonly bare: number;
  readonly whole: number;
  readonly ratio: number;
  /** Milliseconds of processor time a message takes, medians, our fake of the platform included in both. */
  readonly cpu: { readonly bare: number; readonly whole: number };
  /** Milliseconds until 99 of 100 deliveries are acknowledged, at 300 messages a second. */
  readonly ackP99: number;
}

export interface ChannelBenchOptions {
  readonly messages: number;
  /** Channels to measure; all when empty. */
  readonly only: readonly string[];
  readonly onResult: (result: ChannelBenchResult) => void;
}
