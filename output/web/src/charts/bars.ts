// SPDX-License-Identifier: MIT
import type { Value } from '../data/report';
import type { EChartsCoreOption } from './echarts';
import { NARROW } from './chart';
import { INK, MUTED, RULE } from './look';
import { TOOLTIP, tooltipBox } from './tooltip';

export interface BarSeries {
  name: string;
  colour: string;
  /** Bars of the same stack stand on each other. */
  stack?: string;
  /** By category. */
  values: Value[];
  /** An outline instead of a filling, so that it differs without colour. */
  hollow?: boolean;
}

export interface BarChart {
  categories: string[];
  series: BarSeries[];
  axis: (value: number) => string;
  value: (value: Value) => string;
  /** Categories from top to bottom, with room for long names. */
  lying: boolean;
  /** Written on the bars of the last series of each stack: "Zero alternative". */
  labels?: Record<string, string>;
}

export function bars(chart: BarChart, width: number): EChartsCoreOption {
  const narrow = width < NARROW;
  const names = narrow ? 132 : 260;
  const values = {
    type: 'value',
    axisLabel: { color: MUTED, formatter: chart.axis, hideOverlap: true },
    splitLine: { lineStyle: { color: RULE } },
    splitNumber: narrow ? 3 : 4,
  };
  const categories = {
    type: 'category',
    data: chart.categories,
    inverse: chart.lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: MUTED } },
    axisLabel: chart.lying
      ? { color: INK, width: names, overflow: 'break', lineHeight: 16, fontSize: narrow ? 11 : 13 }
      : { color: INK, interval: 0, lineHeight: 17 },
  };
  return {
    grid: chart.lying
      ? { left: names + 14, right: 24, top: 8, bottom: 32 }
      : {
          left: narrow ? 48 : 64,
          right: 12,
          top: 24,
          bottom: 15 + 17 * Math.max(...chart.categories.map((name) => name.split('\n').length)),
        },
    tooltip: {
      ...TOOLTIP,
      formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
        const one = chart.series[seriesIndex];
        if (!one) return '';
        const line = { colour: one.colour, name: one.name, value: chart.value(one.values[dataIndex] ?? null) };
        return tooltipBox(chart.categories[dataIndex] ?? '', [line]);
      },
    },
    xAxis: chart.lying ? values : categories,
    yAxis: chart.lying ? categories : values,
    series: chart.series.map((one) => ({
      type: 'bar',
      name: one.name,
      stack: one.stack,
      data: one.values,
      barMaxWidth: chart.lying ? 14 : 44,
      barGap: '20%',
      itemStyle: one.hollow
        ? { color: '#ffffff', borderColor: one.colour, borderWidth: 2 }
        : { color: one.colour, borderColor: '#ffffff', borderWidth: one.stack ? 0.5 : 0 },
    })),
  };
}
