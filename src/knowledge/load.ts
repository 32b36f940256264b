import { z } from 'zod';
import { type Locale, layOver, loadMessages, type Messages } from '../messages.ts';
import type { Problem } from './files/problem.ts';
import { putIntoWords } from './files/put-into-words.ts';
import {
  type KnowledgeFiles,
  type KnowledgeLocation,
  type ReadFailure,
  readCaseFiles,
  readKnowledgeFiles,
} from './files/read-files.ts';
import { hashContent } from './hash-content.ts';
import { deriveAnswers } from './lists/derive-answers.ts';
import type { KnowledgeBase, ReleaseData } from './release.ts';
import type { YearCalendar } from './schema/calendar.ts';
import type { Regime } from './schema/regime.ts';

export interface LoadOptions extends KnowledgeLocation {
  readonly messagesDirectory: string;
  /** The texts this code came with, when those of `messagesDirectory` may be of an earlier one. */
  readonly ownMessagesDirectory?: string | undefined;
  /** Language of the problems; Chinese when left out. */
  readonly locale?: Locale;
}

export type Loaded = { readonly release: ReleaseData } | { readonly problems: readonly Problem[] };

type MessagesRead = { readonly messages: Messages } | { readonly problems: readonly Problem[] };

/** The catalogue, or the problem that keeps it from being read. Said in English: there is no catalogue to say it from. */
function readMessages(directory: string, ownDirectory: string | undefined): MessagesRead {
  try {
    const messages = loadMessages(directory);
    return { messages: ownDirectory ? layOver(loadMessages(ownDirectory), messages) : messages };
  } catch (error) {
    const message =
      error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
    const mend = 'Every file of messages/ holds lines of the form "key: text".';
    return { problems: [{ file: directory, line: 1, message, mend, severity: 'error' }] };
  }
}

function sortRegimes(regimes: readonly Regime[]): readonly Regime[] {
  return regimes.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function assembleBase(files: KnowledgeFiles, messages: Messages): KnowledgeBase | undefined {
  if (!files.profile) return undefined;
  return {
    profile: files.profile.data,
    laws: files.laws?.data.laws ?? [],
    answers: [
      ...files.answers.flatMap(({ data }) =>
        data.answers.map((answer) => ({
          ...answer,
          topic: data.topic,
          topicTitle: data.title,
          own: data.own,
          names: [...data.names, ...answer.names],
        })),
      ),
      ...deriveAnswers(files.lists?.data, messages),
    ],
    reports: files.reports.map(({ data }) => data).toSorted((a, b) => a.year - b.year),
    published: files.published?.data ?? { metrics: [], reports: [] },
    calendars: files.calendars.map(({ data }) => data),
    regimes: sortRegimes(files.regimes.map(({ data }) => data)),
    kinds: files.kinds?.data.kinds ?? [],
    matters: files.matters?.data.matters ?? [],
    authorities: files.authorities?.data.authorities ?? [],
    // Spelled out because an absent `parent` and an undefined one are different things to the type.
    divisions: (files.divisions?.data ?? []).map(({ code, name, parent }) =>
      parent ? { code, name, parent } : { code, name },
    ),
    intents: files.intents?.data.intents ?? [],
    wishes: files.intents?.data.wishes ?? [],
    synonyms: files.synonyms?.data.synonyms ?? [],
    documents: files.documents.map(({ data }) => data),
    letterhead: files.letterhead?.data,
    annualReport: files.annualReport?.data,
    tests: files.tests?.data.tests ?? [],
    approval: files.approval?.data,
    digest: files.digest?.data,
    hours: files.hours?.data,
    lists: files.lists?.data,
    retention: files.retention?.data.retention ?? [],
  };
}

/** Everything `loadRelease` and the checks need: the files as read and what kept some from being read. */
export type Material =
  | { readonly messages: Messages; readonly files: KnowledgeFiles; readonly failures: readonly ReadFailure[] }
  | { readonly problems: readonly Problem[] };

/** Reads messages and knowledge files. */
export function readMaterial(options: LoadOptions): Material {
  const read = readMessages(options.messagesDirectory, options.ownMessagesDirectory);
  if ('problems' in read) return read;
  return { messages: read.messages, ...readKnowledgeFiles(options) };
}

/**
 * Reads one authority's knowledge and the national one into a release. Files that do not hold to their schema come back
 * as problems with file, line and mend, never as an exception; files that are optional and absent count as empty.
 */
export function loadRelease(options: LoadOptions): Loaded {
  const material = readMaterial(options);
  if ('problems' in material) return material;
  const { messages, files, failures } = material;
  const base = failures.length ? undefined : assembleBase(files, messages);
  if (!base) return { problems: putIntoWords(failures, messages, options.locale ?? 'zh-CN') };
  return { release: { hash: hashContent({ base, messages }), base, messages } };
}

/** What cases are acted on by, without the rest of an authority's knowledge: tables, oldest first, and calendars. */
export function loadCaseRules(
  options: LoadOptions,
):
  | { readonly regimes: readonly Regime[]; readonly calendars: readonly YearCalendar[] }
  | { readonly problems: readonly Problem[] } {
  const { files, failures } = readCaseFiles(options);
  if (failures.length === 0) {
    const regimes = sortRegimes(files.regimes.map(({ data }) => data));
    return { regimes, calendars: files.calendars.map(({ data }) => data) };
  }
  const read = readMessages(options.messagesDirectory, options.ownMessagesDirectory);
  return 'problems' in read ? read : { problems: putIntoWords(failures, read.messages, options.locale ?? 'zh-CN') };
}
