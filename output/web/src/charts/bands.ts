// SPDX-License-Identifier: MIT
// Means by month with the band in which 90 % of the replications lie, observations, and the dates on which something
// changes.
import { instant, middleOf, monthNumber } from '../data/months';
import type { Series } from '../data/report';
import { isNumber } from '../language/format';
import type { EChartsCoreOption } from './echarts';
import { NARROW } from './chart';
import { INK, MUTED, OBSERVED, RULE, type Look } from './look';
import { TOOLTIP, tooltipBox, type TooltipLine } from './tooltip';

export interface BandLine {
  name: string;
  look: Look;
  series: Series;
}

export interface Measured {
  from: string;
  /** The last day. */
  to: string;
  value: number;
  /** Believed, not measured. */
  assumed: boolean;
}

export interface BandChart {
  lines: BandLine[];
  measured: Measured[];
  measuredName: string;
  /** Dates, numbered as in the list below the chart. */
  marks: string[];
  period: { from: string; to: string };
  axis: (value: number) => string;
  value: (value: number) => string;
  month: (month: number) => string;
  year: (month: number) => string;
  /** Draw from zero: not for savings. */
  fromZero: boolean;
}

type Point = [number, number | null];

function points(series: Series, values: readonly (number | null)[] | undefined): Point[] {
  const first = monthNumber(series.from);
  return (values ?? []).map((value, i): Point => [middleOf(first + i), value]);
}

interface Api {
  coord(point: number[]): number[];
  value(dimension: number): number;
}

function band(line: BandLine) {
  const low = points(line.series, line.series.p5);
  const high = points(line.series, line.series.p95);
  const outline = [...high, ...low.reverse()].filter((point): point is [number, number] => isNumber(point[1]));
  return {
    type: 'custom',
    name: `${line.name} band`,
    silent: true,
    clip: true,
    z: 1,
    encode: { x: 0, y: 1 },
    // One polygon, drawn with the first point; the other points only widen the axes.
    data: outline,
    renderItem: (item: { dataIndex: number }, api: Api) =>
      item.dataIndex > 0
        ? null
        : {
            type: 'polygon',
            shape: { points: outline.map((point) => api.coord(point)) },
            style: { fill: line.look.colour, opacity: 0.14 },
          },
  };
}

function mean(line: BandLine, narrow: boolean) {
  return {
    type: 'line',
    name: line.name,
    data: points(line.series, line.series.values),
    showSymbol: false,
    z: 3,
    lineStyle: { color: line.look.colour, width: 2.5, type: line.look.dash },
    itemStyle: { color: line.look.colour },
    endLabel: {
      show: !narrow,
      formatter: line.name,
      color: line.look.colour,
      fontWeight: 600,
      width: 130,
      overflow: 'break',
      lineHeight: 16,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

/** Over the time that it is an average of, with a diamond in the middle; a circle and dashes for what is assumed. */
function measured({ measured: all, measuredName }: BandChart) {
  return {
    type: 'custom',
    name: measuredName,
    z: 5,
    encode: { x: [0, 1], y: 2 },
    data: all.map(({ from, to, value, assumed }) => [instant(from), instant(to) + 86_400_000, value, assumed ? 1 : 0]),
    renderItem: (_: unknown, api: Api) => {
      const [x1 = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
      const [x2 = 0] = api.coord([api.value(1), api.value(2)]);
      const middle = (x1 + x2) / 2;
      const assumed = api.value(3) === 1;
      const style = { stroke: OBSERVED, lineWidth: 1.5, ...(assumed ? { lineDash: [4, 3] } : {}) };
      const sign = { fill: '#ffffff', stroke: OBSERVED, lineWidth: 1.8 };
      const diamond = [
        [middle - 6, y],
        [middle, y - 6],
        [middle + 6, y],
        [middle, y + 6],
      ];
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1, y1: y, x2, y2: y }, style },
          { type: 'line', shape: { x1, y1: y - 4, x2: x1, y2: y + 4 }, style },
          { type: 'line', shape: { x1: x2, y1: y - 4, x2, y2: y + 4 }, style },
          assumed
            ? { type: 'circle', shape: { cx: middle, cy: y, r: 5 }, style: sign }
            : { type: 'polygon', shape: { points: diamond }, style: sign },
        ],
      };
    },
  };
}

function marks(dates: string[]) {
  return {
    type: 'line',
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: MUTED, type: [2, 3], width: 1 },
      label: { formatter: '{b}', color: INK, fontSize: 12, fontWeight: 600, position: 'end', distance: 4 },
      data: dates.map((date, i) => ({ name: String(i + 1), xAxis: instant(date) })),
    },
  };
}

export function bandOption(chart: BandChart, width: number): EChartsCoreOption {
  const narrow = width < NARROW;
  const byMonth = new Map(chart.lines.map((line) => [line.name, line]));
  const tooltip = (items: { seriesName: string; dataIndex: number; value: Point }[]) => {
    const lines: TooltipLine[] = [];
    let month = 0;
    for (const item of items) {
      const line = byMonth.get(item.seriesName);
      if (!line) continue;
      month = monthNumber(line.series.from) + item.dataIndex;
      const at = (values?: readonly (number | null)[]) => values?.[item.dataIndex] ?? NaN;
      const [low, high] = [at(line.series.p5), at(line.series.p95)];
      const spread = isNumber(low) && isNumber(high) ? ` (${chart.value(low)} – ${chart.value(high)})` : '';
      lines.push({ colour: line.look.colour, name: line.name, value: chart.value(at(line.series.values)) + spread });
    }
    return tooltipBox(chart.month(month), lines);
  };
  return {
    grid: { left: narrow ? 48 : 64, right: narrow ? 12 : 150, top: 30, bottom: 32 },
    tooltip: { ...TOOLTIP, trigger: 'axis', formatter: tooltip, axisPointer: { lineStyle: { color: MUTED } } },
    xAxis: {
      type: 'time',
      min: instant(chart.period.from),
      max: instant(chart.period.to),
      minInterval: 28 * 86_400_000,
      axisLine: { lineStyle: { color: MUTED } },
      axisTick: { lineStyle: { color: MUTED } },
      splitLine: { show: false },
      axisLabel: {
        color: MUTED,
        hideOverlap: true,
        formatter: (time: number) => {
          const day = new Date(time);
          const month = day.getUTCFullYear() * 12 + day.getUTCMonth();
          return day.getUTCMonth() === 0 ? chart.year(month) : chart.month(month).slice(0, 3);
        },
      },
    },
    yAxis: {
      type: 'value',
      min: chart.fromZero ? 0 : undefined,
      axisLabel: { color: MUTED, formatter: chart.axis },
      splitLine: { lineStyle: { color: RULE } },
      splitNumber: 4,
    },
    useUTC: true,
    series: [
      ...chart.lines.filter((line) => line.series.p5 && line.series.p95).map(band),
      ...chart.lines.map((line) => mean(line, narrow)),
      ...(chart.measured.length > 0 ? [measured(chart)] : []),
      ...(chart.marks.length > 0 ? [marks(chart.marks)] : []),
    ],
  };
}
