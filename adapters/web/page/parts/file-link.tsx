import type { WebLine } from '../../render.ts';
import { useSay } from '../state/speaking.ts';
import { ChartFigure } from './chart-figure.tsx';

interface FileLinkProps {
  readonly line: WebLine;
  readonly file: NonNullable<WebLine['file']>;
}

function writeSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A file to fetch; a picture is shown besides, with the words of its line for who cannot see it. */
export function FileLink({ line, file }: FileLinkProps) {
  const say = useSay();
  return (
    <div className="handed-file">
      {file.chart ? (
        <ChartFigure chart={file.chart} href={file.href} text={line.text} />
      ) : (
        line.kind === 'picture' && <img src={file.href} alt={line.text} loading="lazy" />
      )}
      <a className="button" href={file.href} download={file.name}>
        {say('fetch_file', { name: file.name })}
        {file.bytes !== null && <span className="file-size">{` ${writeSize(file.bytes)}`}</span>}
      </a>
    </div>
  );
}
