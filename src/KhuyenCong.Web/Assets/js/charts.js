// Draws <script type="application/json" data-chart="bars"> blocks; the page always has the same figures as a table.
// { unit, categories: [..], series: [{ name, values: [number|null] }] }, amounts already in the unit shown.
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

const palette = { light: ['#0b5c7a', '#d98b1f', '#5b8c5a', '#8a5a9e', '#6b7a85', '#b3473f'], dark: ['#4fb0d1', '#e8ab4f', '#86c083', '#bd92d0', '#9fb0bb', '#e88a82'] };
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 });
const drawn = [];

// Text is measured when a chart is drawn: with another font the legend would be cut.
await document.fonts.load('12px "Inter Variable"', 'aế').catch(() => {});

for (const block of document.querySelectorAll('script[data-chart]')) {
  const place = document.createElement('div');
  place.className = 'chart';
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', block.dataset.label ?? 'Biểu đồ; số liệu có trong bảng kèm theo');
  block.after(place);
  const chart = { data: JSON.parse(block.textContent), place, view: null };
  drawn.push(chart);
  draw(chart);
  new ResizeObserver(() => chart.view?.resize()).observe(place);
}

new MutationObserver(() => drawn.forEach(draw)).observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme'] });
addEventListener('beforeprint', () => drawn.forEach(chart => chart.view?.resize()));

function draw(chart) {
  chart.view?.dispose();
  chart.view = init(chart.place, null, { renderer: 'svg' });
  chart.view.setOption(options(chart.data, chart.place.clientWidth < 420));
}

function options({ unit, categories, series }, narrow) {
  const dark = document.documentElement.dataset.bsTheme === 'dark';
  const [ink, soft, line, ground] = dark ? ['#e4ebf0', '#adbac4', '#33434e', '#18222a'] : ['#17242d', '#4a5a66', '#d8dfe5', '#ffffff'];
  return {
    color: palette[dark ? 'dark' : 'light'],
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 200,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: soft },
    // The legend has the bottom for itself and the axis name the top, so that they never meet.
    legend: { bottom: 0, left: 'center', type: narrow && series.length > 3 ? 'scroll' : 'plain', itemWidth: 12, itemHeight: 12, itemGap: 14, textStyle: { color: soft, fontSize: 12 } },
    grid: { top: 32, left: 8, right: 8, bottom: narrow && series.length > 2 ? 64 : 40, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, backgroundColor: ground, borderColor: line, textStyle: { color: ink, fontSize: 12 }, formatter: items => tooltip(items, unit) },
    xAxis: { type: 'category', data: categories, axisTick: { show: false }, axisLine: { lineStyle: { color: soft } }, axisLabel: { color: soft, fontSize: 12 } },
    yAxis: { type: 'value', name: unit, nameLocation: 'end', nameTextStyle: { color: soft, align: 'left', fontSize: 12 }, splitLine: { lineStyle: { color: line } }, axisLabel: { color: soft, fontSize: 12, formatter: value => number.format(value) } },
    series: series.map(({ name, values, kind }) => ({
      name,
      type: kind ?? 'bar',
      stack: kind === 'line' ? undefined : 'all',
      data: values,
      barMaxWidth: 42,
      itemStyle: kind === 'line' ? undefined : { borderColor: ground, borderWidth: 1 },
    })),
  };
}

// A blank is not a zero.
function tooltip(items, unit) {
  const rows = items.map(item => `${item.seriesName}: ${item.value === null || item.value === undefined || item.value === '-' ? 'chưa có số liệu' : `${number.format(item.value)} ${unit}`}`);
  return [items[0]?.axisValueLabel ?? '', ...rows].join('\n');
}
