import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([AriaComponent, BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart, TooltipComponent]);

interface ChartProps {
  readonly label: string;
  readonly option: EChartsCoreOption;
}

/** A chart. The same numbers stand in a table beside it, for those who do not see it. */
export function Chart({ label, option }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current);
    // Rich text is drawn; the usual tooltip is markup from text, which the page's policy forbids.
    chart.setOption({ animation: false, tooltip: { trigger: 'axis', renderMode: 'richText' }, ...option });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(place.current);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={place} className="chart" role="img" aria-label={label} />;
}
