// SPDX-License-Identifier: MIT
import type { EChartsCoreOption } from './echarts';
import { INK } from './look';
import { TOOLTIP, tooltipBox } from './tooltip';

export interface FlowNode {
  id: string;
  name: string;
  colour: string;
  /** From left to right. */
  depth?: number;
}

export interface FlowLink {
  from: string;
  to: string;
  households: number;
}

export interface FlowChart {
  nodes: FlowNode[];
  links: FlowLink[];
  value: (households: number) => string;
  count: (households: number) => string;
  chosen: string;
}

export function sankeyOption(chart: FlowChart): EChartsCoreOption {
  const name = (id: string) => chart.nodes.find((node) => node.id === id)?.name ?? id;
  return {
    tooltip: {
      ...TOOLTIP,
      formatter: ({
        dataType,
        data,
        value,
      }: {
        dataType: string;
        data: { source?: string; target?: string; name?: string };
        value: number;
      }) =>
        dataType === 'edge'
          ? tooltipBox(`${name(data.source ?? '')} → ${name(data.target ?? '')}`, [
              { name: '', value: chart.value(value) },
            ])
          : tooltipBox(name(data.name ?? ''), [{ name: '', value: chart.value(value) }]),
    },
    series: [
      {
        type: 'sankey',
        left: 8,
        right: 176,
        top: 8,
        bottom: 24,
        nodeWidth: 14,
        nodeGap: 16,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        layoutIterations: 64,
        label: {
          color: INK,
          fontSize: 13,
          width: 164,
          overflow: 'break',
          lineHeight: 16,
          formatter: ({ name: id, value }: { name: string; value: number }) => `${chart.count(value)}\u2002${name(id)}`,
        },
        lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
        data: chart.nodes.map((node) => ({
          name: node.id,
          ...(node.depth === undefined ? {} : { depth: node.depth }),
          itemStyle: {
            color: node.colour,
            borderColor: node.id === chart.chosen ? INK : node.colour,
            borderWidth: node.id === chart.chosen ? 3 : 0,
          },
        })),
        links: chart.links.map(({ from, to, households }) => ({ source: from, target: to, value: households })),
      },
    ],
  };
}
