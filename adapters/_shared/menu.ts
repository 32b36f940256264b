import { z } from 'zod';
import { fits } from '../../src/channel/split-text.ts';
import type { ErrcodeApi } from './errcode-api.ts';

/** Both platforms show three buttons below a chat; names of up to 16 bytes, keys of up to 128. */
const MOST_BUTTONS = 3;
const buttonSchema = z.object({
  type: z.literal('click'),
  name: z.string().refine((name) => name !== '' && fits(name, { most: 16, unit: 'bytes' })),
  key: z.string().refine((key) => key !== '' && fits(key, { most: 128, unit: 'bytes' })),
});
export type MenuButton = z.infer<typeof buttonSchema>;

/** A menu from a setting: `常见问题=topics;写申请=request;查进度=track`, name and choice of each button. */
export const menuSchema = z
  .string()
  .transform((text) =>
    text
      .split(/[;；]/u)
      .map((pair) => pair.split('='))
      .map(([name = '', key = '']) => ({ type: 'click', name: name.trim(), key: key.trim() })),
  )
  .pipe(z.array(buttonSchema).max(MOST_BUTTONS));

/**
 * Puts the menu below the chats, in place of the one that was there. Returns why it could not, if so: an account
 * works without its menu.
 */
export async function createMenu(
  api: ErrcodeApi,
  path: string,
  buttons: readonly MenuButton[],
): Promise<string | undefined> {
  if (buttons.length === 0) return undefined;
  const answer = await api.post(path, { button: buttons });
  if (answer.kind === 'done') return undefined;
  return answer.kind === 'refused' ? String(answer.errcode) : answer.why;
}
