import { Input, Tag } from 'antd';
import type { AnnualReport } from '../api/queries.ts';
import { useSay } from '../texts.ts';

type Part = AnnualReport['sections'][number]['parts'][number];
export type ParagraphPart = Extract<Part, { id: string }>;

interface ParagraphProps {
  readonly part: ParagraphPart;
  /** What is typed so far; undefined where the text stands as it comes. */
  readonly typed: string | undefined;
  readonly onType: ((text: string) => void) | undefined;
}

/** A paragraph as it reads, and where staff may write, the field to write it in. */
export function Paragraph({ part, typed, onType }: ParagraphProps) {
  const say = useSay();
  const field = `report-${part.id}`;
  const open = part.text === null || part.lacks.length > 0;
  const read = part.lacks.reduce(
    (text, { id, label }) => text.replaceAll(`{${id}}`, say('report_gap', { label })),
    part.text ?? '',
  );
  return (
    <div className="report-part">
      <h3 id={`${field}-which`}>
        {part.label} {open && <Tag className="tag-warn">{say('report_open')}</Tag>}
      </h3>
      {part.text !== null && <p className="paper">{read}</p>}
      {part.before.map(({ label, text }) => (
        <blockquote key={label}>
          <strong>{say('report_before', { label })}</strong>
          <p className="paper">{text}</p>
        </blockquote>
      ))}
      {onType && (
        <>
          <label id={`${field}-how`} htmlFor={field}>
            {part.write ?? say('report_pattern')}
          </label>
          <Input.TextArea
            id={field}
            aria-labelledby={`${field}-which ${field}-how`}
            rows={4}
            maxLength={20_000}
            value={typed ?? part.pattern ?? ''}
            onChange={({ target }) => onType(target.value)}
          />
        </>
      )}
    </div>
  );
}
