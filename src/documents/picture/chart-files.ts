import { readChart } from '../../channel/chart.ts';
import type { FileSource } from '../../channel/file-source.ts';
import type { Renderer } from '../render-apart.ts';

/** The charts that lines of conversations speak of, drawn when they are sent. */
export function createChartFiles(render: Renderer): FileSource {
  return async (reference, most) => {
    const chart = readChart(reference);
    if (!chart) return 'gone';
    const bytes = await render({ chart });
    return bytes.length > most ? 'too_large' : bytes;
  };
}
