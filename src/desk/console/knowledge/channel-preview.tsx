import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api, take } from '../api/client.ts';
import { nameOf, useSay } from '../texts.ts';

interface ChannelPreviewProps {
  readonly path: string;
  /** Which text of its catalogue, of a text. */
  readonly entry: string | undefined;
  readonly data: Record<string, unknown> | undefined;
  readonly text: string;
}

/** An entry as citizens would see it on a channel, while it is being written. */
export function ChannelPreview({ path, entry, data, text }: ChannelPreviewProps) {
  const say = useSay();
  const [channel, setChannel] = useState('web');
  const [locale, setLocale] = useState<'zh-CN' | 'en'>('zh-CN');
  const settled = useDeferredValue(JSON.stringify(data ? { data } : { text }));
  const { data: found } = useQuery({
    queryKey: ['preview-entry', path, entry, locale, settled],
    retry: false,
    placeholderData: (before) => before,
    queryFn: () =>
      take(
        api.POST('/knowledge/preview', { body: { path, locale, ...(entry ? { entry } : {}), ...JSON.parse(settled) } }),
      ),
  });
  const previews = found?.previews ?? [];
  const shown = previews.find((each) => each.channel === channel) ?? previews[0];
  return (
    <section aria-label={say('entry_preview')}>
      <h2>{say('entry_preview')}</h2>
      <div className="search-wide">
        <Select
          aria-label={say('channel')}
          value={shown?.channel ?? channel}
          onChange={setChannel}
          options={previews.map(({ channel: value }) => ({ value, label: nameOf(say, 'channel', value) }))}
        />
        <Select
          aria-label={say('language')}
          value={locale}
          onChange={setLocale}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      {shown === undefined && <p>{say('entry_preview_none')}</p>}
      {shown !== undefined && shown.parts.length > 1 && (
        <p className="about">{say('entry_preview_parts', { parts: shown.parts.length })}</p>
      )}
      {shown?.parts.map(({ text: words, buttons }) => (
        <div key={words} className="line">
          <div className="line-text">{words}</div>
          {buttons.length > 0 && <p className="about">{say('entry_buttons', { buttons: buttons.join(' · ') })}</p>}
        </div>
      ))}
    </section>
  );
}
