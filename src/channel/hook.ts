/** A place on the web server that is not the chat's own: a platform's webhook, the metrics, the public side. */
export interface Hook {
  /** Begins with a slash. One that ends in `/*` takes every address below it. */
  readonly path: string;
  readonly handle: (request: Request) => Promise<Response>;
  /** Calls one address may make in a minute; further ones are answered 429. Default: no limit, platforms call from few addresses. */
  readonly perMinute?: number;
  /** What such a call is answered, with the seconds until another is welcome. Default: the server's own words. */
  readonly tooMany?: (request: Request, seconds: number) => Promise<Response>;
}
