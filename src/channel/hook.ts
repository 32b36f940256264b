/** A place on the web server that is not the chat's own: a platform's webhook, the metrics. */
export interface Hook {
  /** Begins with a slash; no patterns. */
  readonly path: string;
  readonly handle: (request: Request) => Promise<Response>;
}
