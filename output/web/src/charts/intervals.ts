// SPDX-License-Identifier: MIT
// Rows of points with their intervals: one row a thing, one point an alternative.
import type { Interval } from '../data/report';
import { isNumber } from '../language/format';
import type { EChartsCoreOption } from './echarts';
import { NARROW } from './chart';
import { INK, MUTED, RULE, type Look } from './look';
import { TOOLTIP, tooltipBox } from './tooltip';

export interface IntervalSeries {
  name: string;
  look: Look;
  /** By row. */
  values: (Interval | undefined)[];
}

export interface IntervalChart {
  rows: string[];
  series: IntervalSeries[];
  axis: (value: number) => string;
  value: (interval: Interval) => string;
  /** A line at zero, for differences. */
  zero: boolean;
  /** Where the axis ends: no share is more than the whole. */
  max?: number;
}

interface Api {
  coord(point: number[]): number[];
  value(dimension: number): number;
  size(point: number[]): number[];
}

const SIZE = 5;

function symbol(look: Look, x: number, y: number) {
  const style = { fill: look.colour };
  const polygon = (points: number[][]) => ({ type: 'polygon', shape: { points }, style });
  switch (look.symbol) {
    case 'circle':
      return { type: 'circle', shape: { cx: x, cy: y, r: SIZE }, style };
    case 'rect':
      return { type: 'rect', shape: { x: x - SIZE, y: y - SIZE, width: 2 * SIZE, height: 2 * SIZE }, style };
    case 'triangle':
      return polygon([
        [x - SIZE - 1, y + SIZE],
        [x, y - SIZE - 1],
        [x + SIZE + 1, y + SIZE],
      ]);
    case 'diamond':
      return polygon([
        [x - SIZE - 1, y],
        [x, y - SIZE - 1],
        [x + SIZE + 1, y],
        [x, y + SIZE + 1],
      ]);
  }
}

function points(series: IntervalSeries, place: number, of: number) {
  return {
    type: 'custom',
    name: series.name,
    z: 3,
    encode: { x: [1, 2, 3], y: 0 },
    data: series.values.flatMap((value, row) =>
      value && isNumber(value.mean) ? [[row, value.mean, value.low ?? value.mean, value.high ?? value.mean]] : [],
    ),
    renderItem: (_: unknown, api: Api) => {
      const [x = 0, centre = 0] = api.coord([api.value(1), api.value(0)]);
      const [low = 0] = api.coord([api.value(2), api.value(0)]);
      const [high = 0] = api.coord([api.value(3), api.value(0)]);
      const y = centre + (place - (of - 1) / 2) * 14;
      const style = { stroke: series.look.colour, lineWidth: 2 };
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1: low, y1: y, x2: high, y2: y }, style },
          { type: 'line', shape: { x1: low, y1: y - 4, x2: low, y2: y + 4 }, style },
          { type: 'line', shape: { x1: high, y1: y - 4, x2: high, y2: y + 4 }, style },
          symbol(series.look, x, y),
        ],
      };
    },
  };
}

export function intervalHeight(rows: number, series: number): number {
  return 44 + rows * Math.max(34, 14 * series + 18);
}

export function intervalOption(chart: IntervalChart, width: number): EChartsCoreOption {
  const narrow = width < NARROW;
  const labels = narrow ? 132 : 220;
  const zero = {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { color: INK, type: 'solid', width: 1 },
  };
  return {
    grid: { left: labels + 14, right: 20, top: 8, bottom: 32 },
    tooltip: {
      ...TOOLTIP,
      formatter: ({ seriesIndex, value }: { seriesIndex: number; value: number[] }) => {
        const [row = 0, mean = 0, low = 0, high = 0] = value;
        const series = chart.series[seriesIndex];
        if (!series) return '';
        return tooltipBox(chart.rows[row] ?? '', [
          { colour: series.look.colour, name: series.name, value: chart.value({ mean, low, high }) },
        ]);
      },
    },
    xAxis: {
      type: 'value',
      max: chart.max,
      axisLabel: { color: MUTED, formatter: chart.axis, hideOverlap: true },
      splitLine: { lineStyle: { color: RULE } },
      splitNumber: narrow ? 3 : 5,
    },
    yAxis: {
      type: 'category',
      data: chart.rows,
      inverse: true,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: RULE } },
      axisLabel: { color: INK, width: labels, overflow: 'break', lineHeight: 16, fontSize: narrow ? 11 : 13 },
    },
    series: chart.series.map((series, i) => ({
      ...points(series, i, chart.series.length),
      ...(chart.zero && i === 0 ? { markLine: { ...zero, data: [{ xAxis: 0 }] } } : {}),
    })),
  };
}
