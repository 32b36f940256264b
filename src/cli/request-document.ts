import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { makeDocument, renderEditable, renderJob, renderWords, templatesIn } from '../documents/index.ts';
import { DeskError } from '../errors.ts';
import { DOCUMENT_NAMES, OUTCOMES, type OutcomeCode } from '../knowledge/schema/document.ts';
import { type DocumentFacts, documentFactsSchema } from '../requests/documents/index.ts';
import { findRequest, recordAccess } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { readRelease } from './open-release.ts';
import { withStore } from './with-store.ts';

interface DocumentFlags {
  readonly out: string;
  readonly outcome?: OutcomeCode;
  readonly facts?: string;
  readonly release?: boolean;
}

function readFacts(context: CliContext, file: string | undefined): Partial<DocumentFacts> {
  if (file === undefined) return {};
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new DeskError('INPUT_INVALID', context.say('cli.document_facts_unreadable', { file }), { cause });
  }
  const parsed = documentFactsSchema.partial().safeParse(data);
  if (parsed.success) return parsed.data;
  throw new DeskError('INPUT_INVALID', context.say('cli.document_facts_wrong', { file }), {
    hint: z.prettifyError(parsed.error),
  });
}

function addOutcome(facts: Partial<DocumentFacts>, outcome: OutcomeCode | undefined): Partial<DocumentFacts> {
  return outcome === undefined ? facts : { ...facts, decision: { ...facts.decision, outcome } };
}

/** A refusal to make a document, in the words of whom it is told to. */
function sayRefusal(context: CliContext, error: unknown): never {
  if (!(error instanceof DeskError)) throw error;
  if (error.code === 'DOCUMENT_INCOMPLETE') {
    throw new DeskError(error.code, context.say('cli.document_incomplete', { missing: error.hint ?? '' }), {
      hint: context.say('cli.document_incomplete_hint'),
    });
  }
  if (error.code !== 'DOCUMENT_UNKNOWN') throw error;
  throw new DeskError(error.code, context.say(`cli.document_no_${error.hint}`));
}

/** Folder of the office's own templates. */
function templatesOf({ knowledgeDirectory, authority }: Config) {
  return templatesIn(join(knowledgeDirectory, authority, 'documents', 'templates'));
}

/** `requests document NUMBER KIND`: makes a letter, form or sheet, keeps it with the request and writes it as a file. */
export function addRequestDocument(requests: Command, context: CliContext): void {
  const kinds = DOCUMENT_NAMES.join(', ');
  requests
    .command('document')
    .description(context.say('cli.document'))
    .argument('<number>', context.say('cli.requests_number'))
    .argument('<kind>', context.say('cli.document_kind', { kinds }))
    .requiredOption('--out <file>', context.say('cli.document_out'))
    .addOption(new Option('--outcome <code>', context.say('cli.document_outcome')).choices(OUTCOMES))
    .option('--facts <file>', context.say('cli.document_facts'))
    .option('--release', context.say('cli.document_release'))
    .action((given: string, name: string, options: DocumentFlags) => {
      const kind = DOCUMENT_NAMES.find((each) => each === name);
      if (!kind) {
        throw new DeskError('INPUT_INVALID', context.say('cli.document_unknown_kind', { kind: name }), {
          hint: context.say('cli.document_kinds', { kinds }),
        });
      }
      const facts = addOutcome(readFacts(context, options.facts), options.outcome);
      return withStore(context, createLogger(context.config()), async (store) => {
        const release = readRelease(context.config());
        const now = context.now();
        const number = given.trim().toUpperCase();
        const by = userInfo().username;
        const { stored, model } = await store.transaction(async (executor) => {
          const request = await findRequest(executor, number);
          if (!request) {
            throw new DeskError('NOT_FOUND', context.say('cli.requests_not_found', { number }), {
              hint: context.say('cli.requests_not_found_hint'),
            });
          }
          await recordAccess(executor, {
            at: now.toISOString(),
            who: by,
            what: `request ${number}`,
            reason: `document ${kind}`,
          });
          return makeDocument(executor, request, {
            kind,
            facts,
            release,
            now,
            by,
            handOver: options.release === true,
          }).catch((error: unknown) => sayRefusal(context, error));
        });
        const words = renderWords(context.messages());
        const author = release.base.profile.name;
        const own = templatesOf(context.config());
        const bytes = options.out.toLowerCase().endsWith('.docx')
          ? await renderEditable(model, { words, own })
          : await renderJob({ model, words, at: stored.madeAt, author });
        writeFileSync(options.out, bytes, { mode: 0o600 });
        print(
          context.output,
          context.say('cli.document_made', {
            title: model.title,
            number: stored.documentNumber ?? '',
            file: options.out,
          }),
        );
      });
    });
}
