import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { ReasonDialog } from '../common/reason-dialog.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { DraftEditor } from './draft-editor.tsx';
import { nameEdited } from './name-edited.ts';
import { PublishDialog, type Publishing } from './publish-dialog.tsx';
import { type Draft, draftQuery } from './queries.ts';
import { TrialView } from './trial-view.tsx';
import { useKnowledgeAct } from './use-knowledge-act.ts';

function Comments({ draft }: { readonly draft: Draft }) {
  const say = useSay();
  const [form] = Form.useForm<{ text: string }>();
  const add = useKnowledgeAct(
    (text: string) =>
      take(api.POST('/knowledge/drafts/{id}/comments', { params: { path: { id: draft.id } }, body: { text } })),
    () => form.resetFields(),
  );
  return (
    <section aria-label={say('comments')}>
      <h2>{say('comments')}</h2>
      <ul className="plain">
        {draft.comments.map(({ id, by, at, text }) => (
          <li key={id}>
            <span className="line-head">
              {by} · {writeMoment(at)}
            </span>
            <div className="line-text">{text}</div>
          </li>
        ))}
      </ul>
      <Failure error={add.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ text }) => add.mutate(text)}>
        <Form.Item
          name="text"
          label={say('comment')}
          rules={[{ required: true, whitespace: true, message: say('needed') }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Button htmlType="submit" loading={add.isPending}>
          {say('comment_add')}
        </Button>
      </Form>
    </section>
  );
}

/** What the next step is, for who may take it. */
function DraftActions({ draft, publisher }: { readonly draft: Draft; readonly publisher: boolean }) {
  const say = useSay();
  const [asked, setAsked] = useState<'drop' | 'return' | 'publish'>();
  const close = () => setAsked(undefined);
  const params = { path: { id: draft.id } };
  const { version } = draft;
  const trial = useKnowledgeAct(() => take(api.POST('/knowledge/drafts/{id}/trial', { params })));
  const submit = useKnowledgeAct(() => take(api.POST('/knowledge/drafts/{id}/submit', { params, body: { version } })));
  const approve = useKnowledgeAct(() =>
    take(api.POST('/knowledge/drafts/{id}/review', { params, body: { version, approve: true } })),
  );
  const giveBack = useKnowledgeAct(
    (comment: string) =>
      take(api.POST('/knowledge/drafts/{id}/review', { params, body: { version, approve: false, comment } })),
    close,
  );
  const drop = useKnowledgeAct(
    (reason: string) => take(api.POST('/knowledge/drafts/{id}/drop', { params, body: { version, reason } })),
    close,
  );
  const publish = useKnowledgeAct(
    (values: Publishing) => take(api.POST('/knowledge/drafts/{id}/publish', { params, body: { version, ...values } })),
    close,
  );
  const { state, own } = draft;
  const going = state === 'open' || state === 'review' || state === 'approved';
  return (
    <>
      <Failure error={trial.error ?? submit.error ?? approve.error} />
      <div className="actions">
        {going && (
          <Button loading={trial.isPending} onClick={() => trial.mutate(undefined)}>
            {say('trial_run')}
          </Button>
        )}
        {state === 'open' && (
          <Button type="primary" disabled={draft.problems.length > 0} onClick={() => submit.mutate(undefined)}>
            {say('draft_submit')}
          </Button>
        )}
        {state === 'review' && !own && (
          <>
            <Button type="primary" onClick={() => approve.mutate(undefined)}>
              {say('draft_approve')}
            </Button>
            <Button onClick={() => setAsked('return')}>{say('draft_return')}</Button>
          </>
        )}
        {state === 'review' && own && <span role="status">{say('draft_waits')}</span>}
        {state === 'approved' && publisher && (
          <Button type="primary" onClick={() => setAsked('publish')}>
            {say('publish')}
          </Button>
        )}
        {going && <Button onClick={() => setAsked('drop')}>{say('draft_drop')}</Button>}
      </div>
      {trial.isPending && <p role="status">{say('trial_running')}</p>}
      <ReasonDialog title={say('draft_return')} open={asked === 'return'} act={giveBack} onClose={close} />
      <ReasonDialog title={say('draft_drop')} open={asked === 'drop'} act={drop} onClose={close} />
      {asked === 'publish' && <PublishDialog worse={draft.trial?.regressions ?? 0} act={publish} onClose={close} />}
    </>
  );
}

function Outdated({ draft }: { readonly draft: Draft }) {
  const say = useSay();
  const rebase = useKnowledgeAct(() =>
    take(
      api.PUT('/knowledge/drafts/{id}', {
        params: { path: { id: draft.id } },
        body: { version: draft.version, rebase: true },
      }),
    ),
  );
  if (draft.current === null) return null;
  return (
    <Alert
      type="warning"
      role="alert"
      title={say('draft_outdated')}
      description={
        <>
          <pre className="paper">{draft.current}</pre>
          {draft.state === 'open' && <Button onClick={() => rebase.mutate(undefined)}>{say('draft_rebase')}</Button>}
        </>
      }
    />
  );
}

/** One draft: written, tried, talked about, looked at by a second person, published. */
export function DraftPage({ may, locale }: PageProps) {
  const say = useSay();
  const id = Number(useParams().id);
  const { data: draft, error } = useQuery(draftQuery(id, locale));
  const publisher = may.has('draft.publish');
  return (
    <Page title={draft ? say('draft_of', { title: nameEdited(say, draft) }) : say('knowledge_drafts')}>
      <Failure error={error} />
      {draft && (
        <>
          <p role="status">
            {say(`draft_${draft.state}`)} · {say('draft_by')} {draft.changedBy} · {writeMoment(draft.changedAt)}
            {draft.from && ` · ${say('published_from', { from: writeMoment(draft.from) })}`}
          </p>
          <Outdated draft={draft} />
          <DraftActions draft={draft} publisher={publisher} />
          {draft.trial && <TrialView trial={draft.trial} />}
          <DraftEditor key={draft.id} draft={draft} locale={locale} />
          <Comments draft={draft} />
        </>
      )}
    </Page>
  );
}
