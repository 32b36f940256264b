import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import type { OpenConversation } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { focusWhenOpen } from '../common/focus-when-open.ts';
import { writeMoment } from '../common/write-time.ts';
import { nameOf, useSay } from '../texts.ts';
import { useConversationAct } from './use-conversation-act.ts';

interface LineProps {
  readonly id: number;
  readonly line: OpenConversation['lines'][number];
  readonly author: string;
  /** A reply of one's own, in a conversation one looks after. */
  readonly mayCorrect: boolean;
}

function CorrectDialog({ id, line, onClose }: Pick<LineProps, 'id' | 'line'> & { readonly onClose: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<{ text: string }>();
  const at = { params: { path: { id, seq: line.seq } } };
  const act = useConversationAct(
    (body: { readonly text: string }) => take(api.PUT('/conversations/{id}/lines/{seq}', { ...at, body })),
    onClose,
  );
  return (
    <Modal
      afterOpenChange={focusWhenOpen(form, 'text')}
      title={say('correct')}
      open
      onCancel={onClose}
      onOk={form.submit}
      okText={say('correct')}
      confirmLoading={act.isPending}
    >
      <p>{say('correct_about')}</p>
      <Failure error={act.error} />
      <Form
        name="correct"
        form={form}
        layout="vertical"
        initialValues={{ text: line.text }}
        onFinish={act.mutate}
        requiredMark={false}
      >
        <Form.Item
          name="text"
          label={say('reply')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What was said, by whom, whether it arrived; and what it said before it was corrected. */
export function Line({ id, line, author, mayCorrect }: LineProps) {
  const say = useSay();
  const [correcting, setCorrecting] = useState(false);
  return (
    <li className={`line line-${line.from}`}>
      <span className="line-head">
        {author} · {writeMoment(line.at)}
        {line.from !== 'citizen' && ` · ${nameOf(say, 'delivery', line.delivery)}`}
        {line.why && ` · ${nameOf(say, 'why', line.why)}`}
        {line.versions.length > 0 && ` · ${say('corrected')}`}
      </span>
      <span className="line-text">{line.text}</span>
      {line.versions.map(({ text, replacedAt }) => (
        <del key={replacedAt} className="line-head">
          {say('said_before', { at: writeMoment(replacedAt), text })}
        </del>
      ))}
      {mayCorrect && (
        <Button size="small" onClick={() => setCorrecting(true)}>
          {say('correct')}
        </Button>
      )}
      {correcting && <CorrectDialog id={id} line={line} onClose={() => setCorrecting(false)} />}
    </li>
  );
}
