import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { type Channel, channelsQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import { writeMoment } from '../common/write-time.ts';
import { nameOf, type Say, useSay } from '../texts.ts';

/** `wechat-2` is the second account on WeChat. */
function nameChannel(say: Say, channel: string): string {
  const [, platform = channel, number] = /^(.+)-(\d+)$/u.exec(channel) ?? [];
  const name = nameOf(say, 'channel', platform);
  return number === undefined ? name : say('channel_further', { name, number });
}

/** Whether it works, and if not what to do about it. */
function Standing({ connected, configured, missing, why }: Channel) {
  const say = useSay();
  if (connected) return <Tag color="green">{say('channel_on')}</Tag>;
  if (configured) {
    return (
      <>
        <Tag color="orange">{say('channel_ready')}</Tag> {why}
      </>
    );
  }
  if (missing.length === 0) return <Tag>{say('channel_off')}</Tag>;
  return (
    <>
      <Tag color="red">{say('channel_incomplete')}</Tag> {say('channel_lacks', { names: missing.join(' ') })}
    </>
  );
}

/** The channels people write on: which are set up and connected, and where messages got stuck. */
export function ChannelsPage() {
  const say = useSay();
  const { data, error, isPending } = useQuery(channelsQuery);
  return (
    <Page title={say('channels')}>
      <p className="hint">{say('channels_about')}</p>
      <Failure error={error} />
      <WideTable<Channel>
        label={say('channels')}
        rowKey="channel"
        loading={isPending}
        dataSource={data?.channels ?? []}
        pagination={false}
        columns={[
          { title: say('channel'), dataIndex: 'channel', render: (channel: string) => nameChannel(say, channel) },
          { title: say('standing'), key: 'standing', render: (_, channel) => <Standing {...channel} /> },
          {
            title: say('last_message'),
            dataIndex: 'lastMessageAt',
            render: (at: string | null) => (at === null ? say('never_yet') : writeMoment(at)),
          },
          { title: say('pending_count'), dataIndex: 'pending' },
          { title: say('undelivered_count'), dataIndex: 'undelivered' },
          { title: say('set_aside_count'), dataIndex: 'setAside' },
        ]}
      />
    </Page>
  );
}
