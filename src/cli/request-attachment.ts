import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { openAttachment } from '../desk/index.ts';
import { DeskError } from '../errors.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { withStore } from './with-store.ts';

/** `requests attachment NUMBER ID`: saves a file its requester sent; who looks and why is recorded. */
export function addRequestAttachment(requests: Command, context: CliContext): void {
  requests
    .command('attachment')
    .description(context.say('cli.attachment'))
    .argument('<number>', context.say('cli.requests_number'))
    .argument('<id>', context.say('cli.attachment_id'))
    .requiredOption('--out <file>', context.say('cli.document_out'))
    .requiredOption('--reason <text>', context.say('cli.requests_reason'))
    .action((given: string, id: string, { out, reason }: { out: string; reason: string }) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const number = given.trim().toUpperCase();
        if (reason.trim() === '') throw new DeskError('INPUT_INVALID', context.say('cli.requests_reason_needed'));
        const look = { who: userInfo().username, reason, now: context.now() };
        const file = await store.transaction((executor) => openAttachment(executor, { number, id }, look));
        if (!file) throw new DeskError('NOT_FOUND', context.say('cli.attachment_not_found', { number, id }));
        // Papers of one person: for nobody else on this machine.
        writeFileSync(out, file.bytes, { mode: 0o600 });
        print(
          context.output,
          context.say('cli.attachment_saved', { name: file.name, type: file.mediaType, file: out }),
        );
      }),
    );
}
