import { z } from 'zod';
import type { TelegramApi } from './api.ts';

const meSchema = z.object({ username: z.string().min(1) });

/** The bot as the platform knows it. Its id is part of its token; its name must be asked for. */
export interface WhoAmI {
  readonly id: string;
  /** Asked once; again after a failure, which gives null. */
  readonly askUsername: () => Promise<string | null>;
}

export function createWhoAmI(token: string, api: TelegramApi): WhoAmI {
  let asked: Promise<string | null> | undefined;
  async function ask(): Promise<string | null> {
    const answer = await api.call('getMe', {});
    const me = answer.kind === 'done' ? meSchema.safeParse(answer.result) : undefined;
    if (me?.success) return me.data.username;
    asked = undefined;
    return null;
  }
  return {
    id: token.slice(0, token.indexOf(':')),
    askUsername: () => {
      asked ??= ask();
      return asked;
    },
  };
}
