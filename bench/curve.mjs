const BARS = '▁▂▃▄▅▆▇█';

/** How a cost grows with size, as one line of the table: a bar and a value for each size, and how much dearer the last is. */
export function curveOf(points, unit) {
  const most = Math.max(...points.map(({ value }) => value));
  const bar = (value) => BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))];
  const growth = points.at(-1).value / points[0].value;
  const times = points.at(-1).size / points[0].size;
  return {
    measured: points.map(({ size, value }) => `${bar(value)} ${size}: ${unit(value)}`).join('  '),
    target: `× ${growth.toFixed(1)} for × ${times}`,
    verdict: '',
  };
}
