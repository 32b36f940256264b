import type { WebSocket, WebSocketServer } from 'ws';

type Json = Readonly<Record<string, unknown>>;

/** Socket Mode, seen from the platform. */
export interface FakeSocket {
  /** Resolves with the number of connections opened so far, once it is at least `count`. */
  readonly whenOpen: (count: number) => Promise<void>;
  /** Sends an envelope over the connection in use, and resolves with what it is acknowledged with. */
  readonly send: (type: string, payload: unknown) => Promise<Json>;
  /** Ends the connection as the platform does every few hours. */
  readonly refresh: () => void;
  readonly opened: () => number;
}

/** https://docs.slack.dev/apis/events-api/using-socket-mode: a hello, envelopes, and an acknowledgement of each. */
export function serveSocket(server: WebSocketServer): { socket: FakeSocket; close: () => void } {
  const acknowledged = new Map<string, (payload: Json) => void>();
  const watchers = new Set<() => void>();
  let opened = 0;
  let connection: WebSocket | undefined;
  server.on('connection', (incoming) => {
    connection = incoming;
    opened += 1;
    incoming.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: Json };
      acknowledged.get(envelope_id)?.(payload);
    });
    incoming.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0DESK00001' } }));
    for (const watcher of watchers) watcher();
  });
  return {
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
    socket: {
      opened: () => opened,
      refresh: () => connection?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
      whenOpen: (count) =>
        new Promise((resolve) => {
          const check = () => opened >= count && resolve();
          watchers.add(check);
          check();
        }),
      send: (type, payload) =>
        new Promise((resolve) => {
          const envelope_id = `envelope-${acknowledged.size + 1}`;
          acknowledged.set(envelope_id, resolve);
          connection?.send(
            JSON.stringify({ type, envelope_id, payload, accepts_response_payload: type === 'slash_commands' }),
          );
        }),
    },
  };
}
