import { describe, expect, it } from 'vitest';
import { fieldAt, NEWEST_VERSION, type Field, type ObjectField } from '../../../istio/index.ts';
import { formatPath, type Path, type YamlValue } from '../../../yaml/index.ts';
import { arrange, type Level, type Shown } from './arrange.ts';
import { pathKey } from './path.ts';
import { needWords } from './words.ts';

const nothing: Shown = { opened: new Set(), troubled: new Set(), version: NEWEST_VERSION };

function draw(
  kind: string,
  path: Path,
  value: YamlValue | undefined,
  level: Level = 'card',
  shown = nothing,
) {
  const field = fieldAt(kind, path) as ObjectField;
  const { entries, offers, hidden } = arrange(field, value, path, level, shown);
  return {
    hidden: hidden.map(
      ({ fields, need }) => `${fields.map(({ name }) => name).join(', ')}: ${needWords(need)}`,
    ),
    unmet: entries.flatMap((entry) => (entry.kind === 'member' && entry.unmet ? entry.field.name : [])),
    entries: entries
      .filter(({ kind }) => kind !== 'through')
      .map((entry) =>
        entry.kind === 'union' ? entry.union.members.join('|') : formatPath(entry.path.slice(path.length)),
      ),
    labels: entries.flatMap((entry) => (entry.kind === 'member' ? entry.label : [])),
    offers: offers.map((offer) => formatPath(offer.path.slice(path.length))),
  };
}

describe('what a form shows', () => {
  it('is what is common and small, and offers what is common and large', () => {
    const { entries, offers } = draw('DestinationRule', ['spec'], { host: 'a.example' });
    expect(entries).toEqual(['host']);
    expect(offers).toEqual(
      expect.arrayContaining(['trafficPolicy.tls', 'trafficPolicy.connectionPool', 'subsets']),
    );
    expect(offers).not.toContain('trafficPolicy.tunnel');
  });

  it('draws through an object that only holds sections', () => {
    const { entries } = draw('DestinationRule', ['spec'], {
      host: 'a.example',
      trafficPolicy: { tls: { mode: 'SIMPLE' } },
    });
    expect(entries).toEqual(['host', 'trafficPolicy.tls']);
  });

  it('hides what means nothing with the mode that is chosen, and says with which it would', () => {
    const path = ['spec', 'trafficPolicy', 'tls'];
    const tls = (value: YamlValue, shown = nothing) => draw('DestinationRule', path, value, 'section', shown);
    expect(tls({ mode: 'MUTUAL' }).entries).toEqual([
      'mode',
      'sni',
      'caCertificates',
      'clientCertificate',
      'privateKey',
    ]);
    expect(tls({ mode: 'SIMPLE' }).entries).toEqual(['mode', 'sni', 'caCertificates']);
    expect(tls({ mode: 'SIMPLE' }).hidden).toEqual(['clientCertificate, privateKey: Mode Mutual']);
    // Nothing is written, so the default counts; a value that nobody knows hides nothing.
    expect(tls({}).entries).toEqual(['mode']);
    expect(tls({ mode: 'SIMPEL' }).hidden).toEqual([]);
    // What is written stays in sight, and says so.
    const odd = tls({ mode: 'SIMPLE', privateKey: '/key.pem', insecureSkipVerify: true });
    expect(odd.entries).toEqual(['mode', 'sni', 'caCertificates', 'privateKey', 'insecureSkipVerify']);
    expect(odd.unmet).toEqual(['privateKey']);
  });

  it('reads the objects of a bundle together, and says whose a field is where labels meet', () => {
    const { entries, labels } = draw(
      'DestinationRule',
      ['spec', 'trafficPolicy', 'connectionPool'],
      { tcp: { maxConnections: 3 }, http: { idleTimeout: '1s' } },
      'section',
    );
    expect(entries).toContain('tcp.maxConnections');
    expect(labels.filter((label) => label.endsWith('idle timeout'))).toEqual([
      'TCP idle timeout',
      'HTTP idle timeout',
    ]);
  });

  it('shows a field that was asked for, or has a problem, though it is absent and rare', () => {
    const path = ['spec', 'http', 0];
    expect(draw('VirtualService', path, {}).entries).not.toContain('statPrefix');
    for (const where of ['opened', 'troubled'] as const) {
      const shown = { ...nothing, [where]: new Set([pathKey([...path, 'corsPolicy'])]) };
      expect(draw('VirtualService', path, {}, 'card', shown).entries).toContain('corsPolicy');
    }
  });

  it('shows what is required, however large', () => {
    expect(draw('VirtualService', ['spec', 'http', 0, 'route', 0], undefined).entries).toContain(
      'destination.host',
    );
    expect(draw('Gateway', ['spec', 'servers', 0], undefined).entries).toEqual(['port', 'hosts']);
  });

  it('keeps in sight what is written for a later Istio, and draws nothing else of it', () => {
    const newer: ObjectField = {
      ...(fieldAt('DestinationRule', ['spec']) as ObjectField),
      fields: new Map([
        ['host', { ...(fieldAt('DestinationRule', ['spec', 'host']) as Field), since: '1.31' }],
      ]),
    };
    const older = { ...nothing, version: '1.30' } as const;
    const drawn = (value: YamlValue, shown: Shown) =>
      arrange(newer, value, ['spec'], 'card', shown).entries.length;
    expect(drawn({}, nothing)).toBe(1);
    expect(drawn({}, older)).toBe(0);
    expect(drawn({ host: 'a.example' }, older)).toBe(1);
  });

  it('shows a union once, and keys that the schema does not know', () => {
    const { entries } = draw('VirtualService', ['spec', 'http', 0], { route: [], tiemout: '5s' });
    expect(entries.filter((entry) => entry.includes('route|'))).toHaveLength(1);
    expect(entries).not.toContain('redirect');
    expect(entries).toContain('tiemout');
  });

  it('keeps a value of the wrong kind in sight', () => {
    expect(draw('DestinationRule', ['spec'], { trafficPolicy: 'none' }).entries).toContain('trafficPolicy');
    expect(
      draw('VirtualService', ['spec', 'http', 0, 'match', 0], { port: null, uri: 'x' }).entries,
    ).toContain('uri');
  });

  it('leaves out the heading of an object that is all there is to an item', () => {
    const { entries } = draw('AuthorizationPolicy', ['spec', 'rules', 0, 'from', 0], {
      source: { principals: ['a'] },
    });
    expect(entries).toContain('source.principals');
    expect(entries).not.toContain('source');
  });

  it('does not hide other keys behind an only field', () => {
    const field = fieldAt('VirtualService', ['spec', 'http', 0, 'mirrorPercentage']);
    expect(field?.kind).toBe('object');
    expect(
      draw('VirtualService', ['spec', 'http', 0], { mirrorPercentage: { value: 1, vlaue: 2 } }).entries,
    ).toContain('mirrorPercentage');
  });
});
