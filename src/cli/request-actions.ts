import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { checkCase, reckonCases } from '../cases/index.ts';
import { actOnRequest, enterRequest, listActions } from '../desk/index.ts';
import { DeskError } from '../errors.ts';
import { ACTOR_ROLES, type ActorRole } from '../knowledge/schema/regime.ts';
import { draftSchema } from '../requests/form/draft.ts';
import { type Actor, numberPrefix, type PossibleEvent, sayRefusal, titleOf } from '../requests/index.ts';
import { readRequests, type Store } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { openActingRules, openCaseRules } from './open-case-rules.ts';
import { createLogger } from './open-desk.ts';
import { withStore } from './with-store.ts';

interface ActorFlags {
  readonly as: ActorRole;
  readonly who?: string;
  readonly unit?: string;
}

type Values = Readonly<Record<string, string>>;

function readRole(text: string): ActorRole {
  const role = ACTOR_ROLES.find((each) => each === text);
  if (role === undefined || role === 'system') throw new InvalidArgumentError(ACTOR_ROLES.join(' | '));
  return role;
}

/** `--set name=value`, as often as there are fields. */
function readValue(text: string, before: Values = {}): Values {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('name=value');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

function readActor({ as, who, unit }: ActorFlags): Actor {
  return { id: who ?? userInfo().username, roles: [as], unit: unit ?? null };
}

function writeAction({ say, output, config }: CliContext, event: PossibleEvent): void {
  const locale = config().locale;
  const title = locale === 'en' ? event.en : event.title;
  const mark = event.refusal ? '×' : event.usual ? '→' : '·';
  print(output, `${mark} ${event.event}  ${title}`);
  for (const field of event.fields) {
    const choices = field.choices.map(({ id }) => id).join(' | ');
    const need = say(field.required ? 'cli.field_required' : 'cli.field_optional');
    print(
      output,
      `    ${field.id}  ${locale === 'en' ? field.en : field.title}（${need}）${choices && `: ${choices}`}`,
    );
  }
}

function addActorOptions(command: Command, { say }: CliContext): Command {
  return command
    .requiredOption('--as <role>', say('cli.act_as'), readRole)
    .option('--who <name>', say('cli.act_who'))
    .option('--unit <unit>', say('cli.act_unit'));
}

function addCan(requests: Command, context: CliContext): void {
  const command = requests
    .command('can')
    .description(context.say('cli.requests_can'))
    .argument('<number>', context.say('cli.requests_number'))
    .option('--json', context.say('cli.json'));
  addActorOptions(command, context).action((number: string, flags: ActorFlags & { json?: boolean }) =>
    withStore(context, createLogger(context.config()), async (store) => {
      const rules = openCaseRules(context.config());
      const where = { actor: readActor(flags), now: context.now() };
      const listed = await listActions(store, rules, number.trim().toUpperCase(), where);
      if (!listed) throw new DeskError('NOT_FOUND', context.say('cli.requests_not_found', { number }));
      if (flags.json) print(context.output, JSON.stringify(listed));
      else for (const event of listed.events) writeAction(context, event);
    }),
  );
}

function addAct(requests: Command, context: CliContext): void {
  const command = requests
    .command('act')
    .description(context.say('cli.requests_act'))
    .argument('<number>', context.say('cli.requests_number'))
    .argument('<event>', context.say('cli.act_event'))
    .option('--set <name=value...>', context.say('cli.act_set'), readValue)
    .option('--seen <version>', context.say('cli.act_seen'), Number)
    .option('--json', context.say('cli.json'));
  addActorOptions(command, context).action(
    (number: string, event: string, flags: ActorFlags & { set?: Values; seen?: number; json?: boolean }) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const rules = openActingRules(context.config());
        const acted = await actOnRequest(
          store,
          rules,
          {
            number: number.trim().toUpperCase(),
            event,
            fields: flags.set ?? {},
            actor: readActor(flags),
            expectedVersion: flags.seen,
          },
          context.now(),
        );
        const { locale } = context.config();
        if (!acted.done) {
          throw new DeskError('INPUT_INVALID', sayRefusal(acted.regime, acted.refusal, context.say, locale), {
            hint: context.say('cli.act_hint', { number, role: flags.as }),
          });
        }
        const { view, decision } = acted;
        if (flags.json) print(context.output, JSON.stringify({ state: view.state, version: view.version }));
        else {
          print(context.output, titleOf(acted.regime.states, view.state, locale));
          for (const { id, before, after, stopped } of decision.clockChanges) {
            const clock = titleOf(acted.regime.clocks, id.split('/')[0] ?? id, locale);
            const key = stopped ? 'cli.clock_stopped' : before === null ? 'cli.clock_started' : 'cli.clock_moved';
            print(context.output, `  ${context.say(key, { clock, before: before ?? '', after })}`);
          }
        }
      }),
  );
}

function addEnter(requests: Command, context: CliContext): void {
  const command = requests
    .command('enter')
    .description(context.say('cli.requests_enter'))
    .requiredOption('--draft <json>', context.say('cli.enter_draft'))
    .option('--set <name=value...>', context.say('cli.act_set'), readValue)
    .option('--json', context.say('cli.json'));
  addActorOptions(command, context).action((flags: ActorFlags & { draft: string; set?: Values; json?: boolean }) =>
    withStore(context, createLogger(context.config()), async (store) => {
      const config = context.config();
      const read = draftSchema.safeParse({ id: randomBytes(9).toString('base64url'), ...JSON.parse(flags.draft) });
      if (!read.success)
        throw new DeskError('INPUT_INVALID', read.error.issues.map(({ message }) => message).join('\n'));
      const opened = await enterRequest(
        store,
        openActingRules(config),
        {
          draft: read.data,
          actor: readActor(flags),
          fields: flags.set ?? {},
          random: randomBytes,
          numberPrefix: numberPrefix(config.authority),
        },
        context.now(),
      );
      if (!opened.done)
        throw new DeskError('INPUT_INVALID', sayRefusal(opened.regime, opened.refusal, context.say, config.locale));
      const { number, secret } = opened;
      print(context.output, flags.json ? JSON.stringify({ number, secret }) : `${number}  ${secret}`);
    }),
  );
}

async function checkAll(store: Store, context: CliContext): Promise<number> {
  const rules = openCaseRules(context.config());
  let deviations = 0;
  let after: string | undefined;
  for (;;) {
    const page = await readRequests(store, { limit: 200, after });
    for (const { number } of page) {
      for (const { what, stored, replayed } of await checkCase(store, rules, number)) {
        deviations += 1;
        print(context.output, context.say('cli.check_deviates', { number, what, stored, replayed }));
      }
    }
    after = page.at(-1)?.number;
    if (after === undefined) return deviations;
  }
}

function addCheck(requests: Command, context: CliContext): void {
  requests
    .command('check')
    .description(context.say('cli.requests_check'))
    .action(() =>
      withStore(context, createLogger(context.config()), async (store) => {
        const deviations = await checkAll(store, context);
        if (deviations > 0) context.setExitCode(65);
        else print(context.output, context.say('cli.check_good'));
      }),
    );
}

function addRecompute(requests: Command, context: CliContext): void {
  requests
    .command('recompute')
    .description(context.say('cli.requests_recompute'))
    .action(() =>
      withStore(context, createLogger(context.config()), async (store) => {
        const rules = openActingRules(context.config());
        const now = context.now();
        const moved = await reckonCases(store, rules, now);
        for (const { number, clock, before, after } of moved)
          print(context.output, context.say('cli.recompute_moved', { number, clock, before, after }));
        print(context.output, context.say('cli.recompute_done', { count: moved.length }));
      }),
    );
}

/** What a one-person office does with requests from the command line: see what may be done, do it, enter one, check all. */
export function addRequestActions(requests: Command, context: CliContext): void {
  addCan(requests, context);
  addAct(requests, context);
  addEnter(requests, context);
  addCheck(requests, context);
  addRecompute(requests, context);
}
