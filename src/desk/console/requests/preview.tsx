import { useQuery } from '@tanstack/react-query';
import { Collapse } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { type ConsoleLocale, useSay } from '../texts.ts';

interface PreviewProps {
  readonly number: string;
  readonly event: string;
  readonly fields: Record<string, string | number>;
  readonly locale: ConsoleLocale;
}

/** The documents an action would make, as it is being filled in; what still stands in the way is said instead. */
export function Preview({ number, event, fields, locale }: PreviewProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const settled = useDeferredValue(JSON.stringify(fields));
  const { data, error } = useQuery({
    queryKey: ['preview', number, event, settled],
    enabled: open,
    retry: false,
    placeholderData: (before) => before,
    queryFn: () =>
      take(
        api.POST('/requests/{number}/preview', {
          params: { path: { number } },
          body: { event, fields: JSON.parse(settled) },
        }),
      ),
  });
  const content = (
    <>
      <p>{say('preview_about')}</p>
      <Failure error={error} />
      {data?.why && <p role="status">{data.why[locale]}</p>}
      {data && !data.why && data.documents.length === 0 && <p>{say('none')}</p>}
      {data?.documents.map(({ title, text }) => (
        <p key={title} className="paper">
          {text}
        </p>
      ))}
    </>
  );
  return (
    <Collapse
      onChange={(keys) => setOpen(keys.length > 0)}
      items={[{ key: 'preview', label: say('preview'), children: content }]}
    />
  );
}
