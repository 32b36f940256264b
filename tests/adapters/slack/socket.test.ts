import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTaker, keepSocket } from '../../../adapters/slack/keep-socket.ts';
import type { Inbound } from '../../../src/channel/message.ts';
import { openSlack } from './open-slack.ts';

const readPayload = (name: string): Record<string, unknown> => {
  const file = join(import.meta.dirname, '../../fixtures/slack', name);
  return (JSON.parse(readFileSync(file, 'utf8')) as { payload: Record<string, unknown> }).payload;
};
const collect = () => {
  const received: Inbound[] = [];
  return { received, deliver: async (messages: readonly Inbound[]) => void received.push(...messages) };
};

describe('in Socket Mode', () => {
  test('events, taps and commands come over the connection and are acknowledged', async () => {
    await using open = await openSlack({ mode: 'socket' });
    const { received, deliver } = collect();
    await open.adapter.start?.(deliver);
    await open.fake.socket.whenOpen(1);
    expect(await open.fake.socket.send('events_api', readPayload('dm-text.json'))).toEqual({});
    expect(await open.fake.socket.send('interactive', readPayload('tap.json'))).toEqual({});
    expect(await open.fake.socket.send('slash_commands', readPayload('command.json'))).toMatchObject({
      response_type: 'ephemeral',
    });
    expect(received.map(({ body }) => body)).toEqual([
      { kind: 'text', text: '公开申请多久答复？' },
      { kind: 'choice', value: 'track' },
      { kind: 'text', text: '多久答复' },
    ]);
  });

  test('what is not stored is not acknowledged, so that it comes again', async () => {
    await using open = await openSlack({ mode: 'socket' });
    const { received, deliver } = collect();
    let failures = 1;
    await open.adapter.start?.((messages) =>
      failures-- > 0 ? Promise.reject(new Error('the disk is full')) : deliver(messages),
    );
    await open.fake.socket.whenOpen(1);
    const acknowledged: string[] = [];
    void open.fake.socket.send('events_api', readPayload('dm-text.json')).then(() => acknowledged.push('first'));
    await open.fake.socket.send('events_api', readPayload('dm-text.json'));
    expect(acknowledged).toEqual([]);
    expect(received).toHaveLength(1);
    expect(open.logged.join()).toContain('slack_event_not_stored');
  });

  test('what cannot be read is acknowledged and said, not asked for for ever', async () => {
    await using open = await openSlack({ mode: 'socket' });
    const { received, deliver } = collect();
    await open.adapter.start?.(deliver);
    await open.fake.socket.whenOpen(1);
    const other = { ...readPayload('dm-text.json'), team_id: 'T0OTHER0001' };
    expect(await open.fake.socket.send('events_api', other)).toEqual({});
    expect(await open.fake.socket.send('interactive', { type: 'block_actions' })).toEqual({});
    expect(received).toEqual([]);
    expect(open.logged.join()).toMatch(/another_team.*malformed/u);
  });

  test('a connection the platform ends is opened again, and one it refuses is tried again', async () => {
    await using open = await openSlack({ mode: 'socket' });
    const stopping = new AbortController();
    const logged: string[] = [];
    const { received, deliver } = collect();
    // A token refused for a moment, and a platform out of order for another.
    open.fake.breakMethod('apps.connections.open', 'invalid_auth', 1);
    const kept = keepSocket({
      appToken: open.fake.settings.SLACK_APP_TOKEN ?? '',
      root: open.fake.settings.SLACK_API_URL ?? '',
      take: createTaker({ reader: { teamId: 'T0DESK00001', answeredApart: '' }, deliver, log: () => {} }),
      log: (event) => void logged.push(event),
      signal: stopping.signal,
      rest: 1,
    });
    await open.fake.socket.whenOpen(1);
    open.fake.breakMethod('apps.connections.open', 503, 1);
    open.fake.socket.refresh();
    await open.fake.socket.whenOpen(2);
    await open.fake.socket.send('events_api', readPayload('dm-text.json'));
    stopping.abort();
    await kept;
    expect(received).toHaveLength(1);
    expect(logged.filter((event) => event === 'slack_socket_not_open')).toHaveLength(2);
  });

  test('stopping waits for what is in hand, and opens no other connection', async () => {
    await using open = await openSlack({ mode: 'socket' });
    const storing = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<void>();
    await open.adapter.start?.(() => {
      taken.resolve();
      return storing.promise;
    });
    await open.fake.socket.whenOpen(1);
    const acknowledged = open.fake.socket.send('events_api', readPayload('dm-text.json'));
    await taken.promise;
    let stopped = false;
    const stopping = open.adapter.stop().then(() => {
      stopped = true;
    });
    expect(stopped).toBe(false);
    storing.resolve();
    expect(await acknowledged).toEqual({});
    await stopping;
    expect(open.fake.socket.opened()).toBe(1);
  });
});
