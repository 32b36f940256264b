import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../../channel/chart.ts';
import { type ChartLook, drawChart, heightOfChart } from '../../channel/draw-chart.ts';

use([BarChart, GridComponent, LineChart, SVGRenderer, TitleComponent]);

/** A picture in a chat is read on a telephone: large writing, dark on white. */
const LOOK: ChartLook = {
  width: 640,
  size: 18,
  fonts: 'Noto Sans SC, sans-serif',
  ink: '#17282b',
  line: '#d9d9d0',
  bar: '#0f4c52',
  titled: true,
};

/** A chart as a drawing, white behind it. */
export function drawSvg(chart: Chart): string {
  const height = heightOfChart(chart, LOOK);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: LOOK.width, height });
  try {
    drawing.setOption({ backgroundColor: '#ffffff', ...drawChart(chart, LOOK) });
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}
