import { useQuery } from '@tanstack/react-query';
import { Form, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';
import { EntrySelect } from './entry-select.tsx';
import { type Cluster, type Entry, entriesQuery } from './queries.ts';
import { useKnowledgeAct } from './use-knowledge-act.ts';

interface IntoEntryDialogProps {
  readonly cluster: Cluster;
  readonly onClose: () => void;
  readonly onMade: (draft: number) => void;
}

/** A group of questions becomes a draft: ways an entry there is is asked for, or the beginning of a new one. */
export function IntoEntryDialog({ cluster, onClose, onMade }: IntoEntryDialogProps) {
  const say = useSay();
  const { data } = useQuery(entriesQuery);
  const answers = (data?.entries ?? []).filter(({ list }) => list === 'answers');
  const near = answers.find(({ id }) => id === cluster.nearest);
  const topics = [...new Map(answers.map(({ path, topic }) => [path, topic]))];
  const [how, setHow] = useState<'add' | 'new'>('add');
  const [chosen, setChosen] = useState<Entry>();
  const [topic, setTopic] = useState<string>();
  const entry = chosen ?? near;
  const path = how === 'add' ? entry?.path : (topic ?? topics[0]?.[0]);
  const act = useKnowledgeAct(
    () => {
      const named = how === 'add' && entry ? { entry: entry.id } : {};
      const body = { fingerprints: cluster.fingerprints, path: path ?? '', ...named };
      return take(api.POST('/knowledge/unanswered/draft', { body }));
    },
    ({ draft }) => onMade(draft),
  );
  return (
    <Modal
      open
      title={say('miss_into')}
      okText={say('draft_begin')}
      okButtonProps={{ disabled: path === undefined }}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={() => act.mutate(undefined)}
    >
      <p>{cluster.example}</p>
      <Failure error={act.error} />
      <Form layout="vertical">
        <Radio.Group
          value={how}
          onChange={({ target }) => setHow(target.value)}
          options={[
            { value: 'add', label: say('miss_add') },
            { value: 'new', label: say('miss_new') },
          ]}
        />
        {how === 'add' ? (
          <Form.Item label={say('entry_choose')} htmlFor="into-entry">
            <EntrySelect id="into-entry" value={entry} onChange={setChosen} />
          </Form.Item>
        ) : (
          <Form.Item label={say('entry_topic')} htmlFor="into-topic">
            <Select
              id="into-topic"
              value={topic ?? topics[0]?.[0] ?? null}
              onChange={setTopic}
              options={topics.map(([value, label]) => ({ value, label: label || value }))}
            />
          </Form.Item>
        )}
      </Form>
      <p className="about">{say('miss_into_about')}</p>
    </Modal>
  );
}
