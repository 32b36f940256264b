import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Chart } from '../../../../src/channel/chart.ts';
import { drawChart, heightOfChart } from '../../../../src/channel/draw-chart.ts';

use([BarChart, CanvasRenderer, GridComponent, LineChart]);

interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string }) => unknown;
}

/** The page's policy forbids markup from text; the drawing only empties its place that way, which may pass. */
function allowEmptying(): void {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  types?.createPolicy('default', {
    createHTML: (text) => {
      if (text !== '') throw new TypeError('markup from text is not allowed here');
      return text;
    },
  });
}
allowEmptying();

/** Draws a chart into its place in the page's colours, anew when the place changes its width. Returns what ends it. */
export function drawOnPage(place: HTMLElement, chart: Chart): () => void {
  const colours = getComputedStyle(place);
  const colour = (name: string) => colours.getPropertyValue(name).trim();
  const draw = () => {
    const width = place.clientWidth;
    const look = {
      width,
      size: Number.parseFloat(colours.fontSize) * (width < 420 ? 0.8 : 0.9),
      fonts: colours.fontFamily,
      ink: colour('--ink'),
      line: colour('--line'),
      bar: colour('--teal'),
      titled: false,
    };
    const height = heightOfChart(chart, look);
    drawing.resize({ width, height });
    drawing.setOption(drawChart(chart, look), true);
  };
  const drawing = init(place, null, { width: place.clientWidth || 1, height: 1 });
  const resized = new ResizeObserver(draw);
  resized.observe(place);
  return () => {
    resized.disconnect();
    drawing.dispose();
  };
}
