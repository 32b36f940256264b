import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { api, take } from '../api/client.ts';
import type { Session } from '../api/queries.ts';
import { writeMoment } from '../common/write-time.ts';
import { nameOf, useSay } from '../texts.ts';

/** Who is signed in, as what; the code that ties an account of a chat platform to this one; and the ways out. */
export function AccountMenu({ session }: { readonly session: Session }) {
  const say = useSay();
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: (everywhere: boolean) => take(everywhere ? api.DELETE('/sessions') : api.DELETE('/session')),
    // Nothing of the last person may be left for the next one at this machine.
    onSuccess: () => {
      queries.clear();
      location.assign('/desk/');
    },
  });
  const { modal } = App.useApp();
  const link = useMutation({
    mutationFn: () => take(api.POST('/session/chat-code')),
    onSuccess: ({ code, until }) =>
      modal.info({
        title: say('chat_code'),
        content: (
          <>
            <p>{say('chat_code_about', { until: writeMoment(until) })}</p>
            <code>/desk {code}</code>
          </>
        ),
      }),
    onError: (error) => modal.error({ title: error.message || say('failed') }),
  });
  const roles = session.staff.roles.map((role) => nameOf(say, 'role', role)).join(say('comma'));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'roles', label: roles, disabled: true },
          ...(session.may.includes('session.chat_code')
            ? [{ key: 'chat', label: say('chat_code'), onClick: () => link.mutate() }]
            : []),
          { key: 'out', label: say('sign_out'), onClick: () => leave.mutate(false) },
          { key: 'all', label: say('sign_out_everywhere'), onClick: () => leave.mutate(true) },
        ],
      }}
    >
      <Button type="text" className="account">
        {session.staff.name}
      </Button>
    </Dropdown>
  );
}
