import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import { saveFile } from '../api/save-file.ts';
import { Failure } from '../common/failure.tsx';
import { nameOf, useSay } from '../texts.ts';
import { useSettled } from './use-settled.ts';

interface ChannelPreviewProps {
  readonly path: string;
  /** On every channel, as it is printed, or the days its terms come to. */
  readonly as: 'channels' | 'paper' | 'terms';
  /** Which text of its catalogue, of a text. */
  readonly entry: string | undefined;
  readonly data: Record<string, unknown> | undefined;
  readonly text: string;
}

/** An entry as citizens would see it on a channel, while it is being written. */
export function ChannelPreview({ path, as, entry, data, text }: ChannelPreviewProps) {
  const say = useSay();
  const [channel, setChannel] = useState('web');
  const [locale, setLocale] = useState<'zh-CN' | 'en'>('zh-CN');
  const settled = useSettled(JSON.stringify(data ? { data } : { text }));
  const { data: found } = useQuery({
    queryKey: ['preview-entry', path, entry, locale, settled],
    retry: false,
    placeholderData: (before) => before,
    queryFn: () =>
      take(
        api.POST('/knowledge/preview', { body: { path, locale, ...(entry ? { entry } : {}), ...JSON.parse(settled) } }),
      ),
  });
  const title = as === 'channels' ? 'entry_preview' : `preview_${as}`;
  const save = useMutation({
    mutationFn: (wanted: { readonly version: string; readonly format: 'pdf' | 'docx' }) =>
      saveFile('/knowledge/preview/file', { path, ...wanted, ...(data ? { data } : { text }) }),
  });
  const previews = found?.previews ?? [];
  const shown = previews.find((each) => each.channel === channel) ?? previews[0];
  return (
    <section aria-label={say(title)}>
      <h2>{say(title)}</h2>
      <div className="search-wide">
        {as !== 'terms' && (
          <Select
            aria-label={say(as === 'paper' ? 'preview_version' : 'channel')}
            value={shown?.channel ?? channel}
            onChange={setChannel}
            options={previews.map(({ channel: value }) => ({ value, label: nameOf(say, 'channel', value) }))}
          />
        )}
        {as !== 'paper' && (
          <Select
            aria-label={say('language')}
            value={locale}
            onChange={setLocale}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        )}
      </div>
      {shown === undefined && <p>{say('entry_preview_none')}</p>}
      {shown !== undefined && shown.parts.length > 1 && (
        <p className="about">{say('entry_preview_parts', { parts: shown.parts.length })}</p>
      )}
      {as === 'paper' && shown !== undefined && (
        <>
          <Failure error={save.error} />
          <div className="actions">
            {(['pdf', 'docx'] as const).map((format) => (
              <Button
                key={format}
                loading={save.isPending && save.variables.format === format}
                onClick={() => save.mutate({ version: shown.channel, format })}
              >
                {say(`preview_paper_${format}`)}
              </Button>
            ))}
          </div>
        </>
      )}
      {shown?.parts.map(({ text: words, buttons }) => (
        <div key={words} className={as === 'paper' ? 'line paper' : 'line'}>
          <div className="line-text">{words}</div>
          {buttons.length > 0 && <p className="about">{say('entry_buttons', { buttons: buttons.join(' · ') })}</p>}
        </div>
      ))}
    </section>
  );
}
