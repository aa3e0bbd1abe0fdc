import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSample, openWorkspace, SAMPLES } from '../../session/index.ts';
import { allWays, place, shapeOf, type Topology, type TopologyNode } from '../../topology/index.ts';
import { PALETTES } from './palette.ts';
import { svgPicture, type PictureOptions } from './picture.ts';
import { fitText, textWidth } from './text.ts';
import { escapeXml } from './xml.ts';

const node = (id: string, more: Partial<TopologyNode> = {}): TopologyNode => ({
  id,
  kind: 'VirtualService',
  lane: 'virtualservice',
  label: id,
  resource: id,
  namespace: 'shop',
  rows: [],
  ...more,
});
const row = (label: string, more = {}) => ({ id: `row ${label}`, label, path: [], ...more });

function draw(topology: Topology, options: Partial<PictureOptions> = {}) {
  return svgPicture(allWays(place(topology, 'down')), [], { theme: 'light', ...options });
}

/** Every element that is opened is closed in its turn, and every attribute stands in quotes. Throws where not. */
function readXml(text: string): { names: string[]; texts: string[] } {
  const open: string[] = [];
  const found = { names: [] as string[], texts: [] as string[] };
  const token = /<\?[^>]*\?>|<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Error(`not well formed at ${text.slice(at, at + 60)}`);
    const [, close, name = '', , empty, words] = match;
    if (words !== undefined) found.texts.push(words);
    else if (close && open.pop() !== name) throw new Error(`</${name}> closes something else`);
    else if (name && !close) {
      found.names.push(name);
      if (!empty) open.push(name);
    }
  }
  if (open.length) throw new Error(`${open.join(', ')} not closed`);
  for (const words of found.texts) if (/&(?!#\d+;)/.test(words)) throw new Error(`a bare & in ${words}`);
  return found;
}

const count = (text: string, part: string) => text.split(part).length - 1;

describe('a picture of a sample', () => {
  it.each(SAMPLES.map(({ id }) => id))('has all of %s', async (id) => {
    const { files } = await loadSample(id);
    const topology = openWorkspace(files).topology();
    const svg = openWorkspace(files).svg();
    readXml(svg);
    expect(count(svg, 'data-node=')).toBe(topology.nodes.length);
    expect(count(svg, 'data-edge=')).toBe(topology.edges.length);
    for (const { label, kind } of topology.nodes) expect(svg, kind).toContain(escapeXml(label));
  });

  it('has each row of a node that shows rows, in either flow', async () => {
    const { files } = await loadSample(SAMPLES[0]?.id ?? '');
    for (const flow of ['down', 'right'] as const) {
      const svg = openWorkspace(files).svg({ flow });
      for (const { rows } of openWorkspace(files).topology().nodes)
        if (rows.length > 1) for (const { id } of rows) expect(svg).toContain(`data-row="${escapeXml(id)}"`);
    }
  });
});

describe('what a picture says', () => {
  const hostile = `"><script>alert(1)</script>&amp;]]>\u0000\uD800`;

  it('takes names for names, whatever they hold', () => {
    const evil = node('evil', { label: hostile, detail: hostile, rows: [row(hostile), row(`${hostile} 2`)] });
    const { svg } = draw({ nodes: [evil], edges: [] }, { title: hostile });
    expect(readXml(svg).names).not.toContain('script');
    expect(svg).not.toMatch(/[\0\uD800]/);
  });

  it('is well formed for any names', () => {
    const label = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(label, label, (one, two) => {
        readXml(
          draw({ nodes: [node('n', { label: one, inert: two, rows: [row(two), row(one)] })], edges: [] }).svg,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('marks problems, what is missing, and what no traffic reaches', () => {
    const text = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example]
  http:
    - timeout: -1s
      route: [{ destination: { host: gone } }]
    - match: [{ uri: { prefix: /late } }]
      route: [{ destination: { host: web } }]
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80, name: http }] }
`;
    const svg = openWorkspace([{ path: 'a.yaml', text }]).svg();
    expect(svg).toContain('▲');
    expect(svg).toContain('line-through');
    expect(svg).toContain('UNKNOWN HOST');
    expect(svg).toContain(`stroke="${PALETTES.light.error}"`);
  });

  it('is as large as what it shows, and only the part that is asked for', () => {
    const topology = { nodes: [node('first'), node('second', { lane: 'endpoint' })], edges: [] };
    const placed = place(topology, 'down');
    const [first, second] = placed.nodes;
    if (!first || !second) throw new Error('two nodes were placed');
    const whole = svgPicture(allWays(placed), [], { theme: 'light' });
    expect(whole.height).toBeGreaterThan(second.y + second.height - first.y);
    const { x, y, width, height } = first;
    const part = svgPicture(allWays(placed), [], { theme: 'light', part: { x, y, width, height } });
    expect([part.width, part.height]).toEqual([width, height]);
    expect(part.svg).toContain('data-node="first"');
    expect(part.svg).not.toContain('data-node="second"');
  });

  it('has a ground unless it is transparent, and its theme', () => {
    const one = { nodes: [node('one')], edges: [] };
    expect(draw(one).svg).toContain(`fill="${PALETTES.light.paper}"`);
    expect(draw(one, { transparent: true }).svg).not.toContain(PALETTES.light.paper);
    expect(draw(one, { theme: 'dark' }).svg).toContain(`fill="${PALETTES.dark.panel}"`);
  });

  it('carries its fonts, or keeps the width of text without them', () => {
    const one = { nodes: [node('one')], edges: [] };
    const data = 'data:font/woff2;base64,AAAA';
    const withFonts = draw(one, { fonts: [{ family: 'Inter Variable', data }] }).svg;
    expect(withFonts).toContain(data);
    expect(withFonts).not.toContain('textLength');
    expect(draw(one).svg).toContain('textLength');
  });
});

describe('text in a picture', () => {
  it('is cut where there is no room, and never wider than the room', () => {
    const style = { font: 'ui', size: 13, weight: 650 } as const;
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 200 }), (text, width) => {
        const shown = fitText(text, width, style);
        expect(textWidth(shown, style)).toBeLessThanOrEqual(width + 0.001);
      }),
    );
    expect(fitText('orders', 200, style)).toBe('orders');
    expect(fitText('orders-with-a-long-name', 60, style)).toMatch(/^orders.*…$/);
  });

  it('fits into the nodes that the topology made for it', () => {
    const long = node('external-api-routing', {
      detail: '80 HTTP',
      rows: [row('/v2/data* → /data'), row('any')],
    });
    const { svg } = draw({ nodes: [long], edges: [] });
    expect(shapeOf(long, 'down').rows).toHaveLength(2);
    expect(svg).toContain('external-api-routing');
    expect(svg).not.toContain('…');
  });
});
