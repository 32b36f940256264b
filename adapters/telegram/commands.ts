import { LOCALES, type Messages, say } from '../../src/messages.ts';
import type { Self } from './address.ts';
import type { TelegramApi } from './api.ts';

/** Commands and the choice each stands for. A new person's first tap sends /start. */
const CHOICES: Readonly<Record<string, string>> = {
  start: 'help',
  help: 'help',
  topics: 'topics',
  request: 'request',
  track: 'track',
  person: 'person',
};
const MENU = ['topics', 'request', 'track', 'person', 'help'] as const;
const COMMAND = /^\/(\w{1,32})(?:@(\w{1,64}))?(?:\s+(\S.*)?)?$/su;

export type Command =
  /** A command of the menu and what was typed after it. */
  | { readonly kind: 'choice'; readonly value: string; readonly rest: string }
  | { readonly kind: 'not_ours' }
  | { readonly kind: 'none' };

/** Reads `/track`, `/track@our_bot` or `/track 2026-001`. */
export function readCommand(text: string, self: Self): Command {
  const [matched, name = '', bot, rest = ''] = COMMAND.exec(text) ?? [];
  if (matched === undefined) return { kind: 'none' };
  if (bot !== undefined && self.username !== null && bot.toLowerCase() !== self.username.toLowerCase()) {
    return { kind: 'not_ours' };
  }
  const value = CHOICES[name.toLowerCase()];
  if (value === undefined) return { kind: 'none' };
  // What follows /start is put there by a link, not by the person.
  return { kind: 'choice', value, rest: name.toLowerCase() === 'start' ? '' : rest.trim() };
}

/** Puts the commands into the menu beside the text field, in each person's language. */
export async function setMenu(api: TelegramApi, messages: Messages): Promise<void> {
  for (const locale of LOCALES) {
    const commands = MENU.map((command) => ({
      command,
      description: say(messages, locale, `telegram.command_${command}`),
    }));
    // Chinese is what people see whose language has no menu of its own.
    await api.call('setMyCommands', { commands, ...(locale === 'en' ? { language_code: 'en' } : {}) });
  }
}
