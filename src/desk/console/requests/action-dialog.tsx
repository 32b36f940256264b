import { Form, Modal } from 'antd';
import { api, take } from '../api/client.ts';
import type { CaseAction } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { type ConsoleLocale, useSay } from '../texts.ts';
import { ActionField } from './action-field.tsx';
import { useCaseAct } from './use-case-act.ts';

interface ActionDialogProps {
  readonly number: string;
  /** The version of the case the actions were listed for. */
  readonly version: number;
  readonly action: CaseAction;
  readonly locale: ConsoleLocale;
  readonly onClose: () => void;
}

/** Asks what one action needs, and does it. What was typed stays when the desk refuses. */
export function ActionDialog({ number, version, action, locale, onClose }: ActionDialogProps) {
  const say = useSay();
  const [form] = Form.useForm<Record<string, string | number | undefined>>();
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
  const send = (values: Record<string, string | number | undefined>) => {
    const given = Object.entries(values).filter((entry): entry is [string, string | number] => {
      return entry[1] !== undefined && entry[1] !== null && entry[1] !== '';
    });
    act.mutate(Object.fromEntries(given));
  };
  const title = locale === 'en' ? action.en : action.title;
  return (
    <Modal title={title} open onCancel={onClose} onOk={form.submit} okText={title} confirmLoading={act.isPending}>
      <Failure error={act.error} />
      {action.fields.length === 0 && <p>{say('act_sure', { what: title, number })}</p>}
      <Form form={form} layout="vertical" onFinish={send}>
        {action.fields.map((field) => (
          <ActionField key={field.id} field={field} locale={locale} />
        ))}
      </Form>
    </Modal>
  );
}
