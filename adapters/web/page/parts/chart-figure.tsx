import { useEffect, useRef, useState } from 'react';
import type { Chart } from '../../../../src/channel/chart.ts';
import { useSay } from '../state/speaking.ts';

interface ChartFigureProps {
  readonly chart: Chart;
  /** The same as a picture, where drawing fails. */
  readonly href: string;
  /** What is to be seen, in words. */
  readonly text: string;
}

/** A chart drawn on the page, with its numbers and where each comes from in a table below. */
export function ChartFigure({ chart, href, text }: ChartFigureProps) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let end: (() => void) | undefined;
    let gone = false;
    import('./draw-on-page.ts')
      .then(({ drawOnPage }) => {
        if (place.current && !gone) end = drawOnPage(place.current, chart);
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      end?.();
    };
  }, [chart]);
  return (
    <figure className="chart">
      <figcaption>{chart.title}</figcaption>
      {failed ? (
        <img src={href} alt={text} loading="lazy" />
      ) : (
        <div ref={place} className="chart-place" role="img" aria-label={text} />
      )}
      <details>
        <summary>{say('chart_table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('chart_of')}</th>
              <th scope="col">{say('chart_number')}</th>
              <th scope="col">{say('sources_label')}</th>
            </tr>
          </thead>
          <tbody>
            {chart.points.map(({ label, shown, source }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{shown}</td>
                <td>
                  {source.url === null ? (
                    source.title
                  ) : (
                    <a href={source.url} target="_blank" rel="noopener noreferrer">
                      {source.title}
                      <span className="hidden">{` ${say('opens_outside')}`}</span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="chart-note">{chart.note}</p>
    </figure>
  );
}
