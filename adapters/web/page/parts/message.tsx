import type { Choice } from '../../../../src/channel/message.ts';
import type { WebLine } from '../../render.ts';
import { languageOf } from '../texts.ts';
import { Card } from './card.tsx';
import { Choices } from './choices.tsx';
import { FileLink } from './file-link.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { Sources } from './sources.tsx';

interface MessageProps {
  readonly line: WebLine;
  readonly current: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** One stored line as its kind asks for. A form's old buttons go: its questions are asked in order. */
export function Message({ line, current, onChoose }: MessageProps) {
  const showsChoices = current || line.ask === null;
  return (
    <div className={`message message-${line.kind}`} lang={languageOf(line.plain)}>
      {/* A chart says its words itself, to who does not see it; its numbers stand in the answer above and in its table. */}
      {line.kind === 'card' ? <Card line={line} /> : !line.file?.chart && <Paragraphs text={line.text} />}
      {line.file && <FileLink line={line} file={line.file} />}
      <Sources sources={line.sources} />
      {showsChoices && <Choices choices={line.choices} current={current} onChoose={onChoose} />}
    </div>
  );
}
