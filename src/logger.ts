/** What rooms log through; pino's logger satisfies it. Personal data never goes into `details` or `text`. */
export interface Logger {
  readonly info: (details: object, text: string) => void;
  readonly warn: (details: object, text: string) => void;
  readonly error: (details: object, text: string) => void;
}

/** For callers that do not care, such as one-off commands. */
export const silentLogger: Logger = { info() {}, warn() {}, error() {} };
