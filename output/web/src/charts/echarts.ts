// SPDX-License-Identifier: MIT
// The parts of ECharts that are used, and nothing else: the rest stays out of the file. SVG, because it prints sharply.
import { BarChart, CustomChart, LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, SankeyChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export { init, type ECharts, type EChartsCoreOption };
