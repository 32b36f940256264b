import type { Choice } from '../../../channel/message.ts';
import { encodeFormCommand, type FormCommand } from '../../../requests/index.ts';
import { encodeCommand } from '../../command.ts';
import type { TurnContext } from '../../skill.ts';

/** Value of a button that the form obeys. */
export function formValue(command: FormCommand): string {
  return encodeCommand({ do: 'form', action: encodeFormCommand(command) });
}

/** Said at every step besides the answers to it. */
const ASIDE: ReadonlySet<FormCommand['do']> = new Set(['back', 'edit', 'pause', 'cancel', 'help', 'person']);

type Plain = Exclude<FormCommand['do'], 'set' | 'edit'>;

/** A button of the form with the label the catalogue gives it. */
export function formChoice(context: TurnContext, command: Plain | 'edit'): Choice {
  const value = formValue(command === 'edit' ? { do: 'edit', field: null } : { do: command });
  return { value, label: context.say(`file.choice_${command}`), ...(ASIDE.has(command) ? { aside: true } : {}) };
}

export function formChoices(context: TurnContext, commands: readonly (Plain | 'edit')[]): Choice[] {
  return commands.map((command) => formChoice(context, command));
}
