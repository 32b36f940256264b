import { Alert, Form, Modal } from 'antd';
import { api, take } from '../api/client.ts';
import type { CaseAction } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { focusWhenOpen } from '../common/focus-when-open.ts';
import { type ConsoleLocale, useSay } from '../texts.ts';
import { ActionField } from './action-field.tsx';
import { Preview } from './preview.tsx';
import { useCaseAct } from './use-case-act.ts';
import { useHeld } from './use-held.ts';

interface ActionDialogProps {
  readonly number: string;
  /** The version of the case the actions were listed for. */
  readonly version: number;
  readonly action: CaseAction;
  readonly locale: ConsoleLocale;
  readonly onClose: () => void;
}

type Values = Record<string, string | number | undefined | null>;

function onlyGiven(values: Values): Record<string, string | number> {
  const given = Object.entries(values).filter((entry): entry is [string, string | number] => {
    return entry[1] !== undefined && entry[1] !== null && entry[1] !== '';
  });
  return Object.fromEntries(given);
}

/** Asks what one action needs, and does it. What was typed stays when the desk refuses. */
export function ActionDialog({ number, version, action, locale, onClose }: ActionDialogProps) {
  const say = useSay();
  const [form] = Form.useForm<Values>();
  const values = Form.useWatch([], form);
  const act = useCaseAct(
    (fields: Record<string, string | number>) =>
      take(
        api.POST('/requests/{number}/events', {
          params: { path: { number } },
          body: { event: action.event, fields, version },
        }),
      ),
    onClose,
  );
  const held = useHeld(number, onClose);
  const send = (given: Values) => {
    const fields = onlyGiven(given);
    if (action.sends) held.hold({ event: action.event, fields, version });
    else act.mutate(fields);
  };
  const waiting = held.holding;
  const title = locale === 'en' ? action.en : action.title;
  return (
    <Modal
      afterOpenChange={focusWhenOpen(form, action.fields[0]?.id)}
      title={title}
      open
      onCancel={waiting ? held.undo : onClose}
      cancelText={waiting ? say('held_undo') : undefined}
      onOk={waiting ? held.finish : form.submit}
      okText={waiting ? say('held_now') : title}
      confirmLoading={act.isPending || held.isPending}
    >
      <Failure error={act.error ?? held.error} />
      {action.fields.length === 0 && <p>{say('act_sure', { what: title, number })}</p>}
      <Form form={form} layout="vertical" onFinish={send} disabled={waiting}>
        {action.fields.map((field) => (
          <ActionField key={field.id} field={field} locale={locale} />
        ))}
      </Form>
      <Preview number={number} event={action.event} fields={onlyGiven(values ?? {})} locale={locale} />
      {waiting && (
        <Alert
          type="warning"
          role="status"
          title={say('held', { what: title, seconds: held.left })}
          className="failure"
        />
      )}
    </Modal>
  );
}
