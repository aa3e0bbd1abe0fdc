import { describe, expect, it } from 'vitest';
import type { YamlValue } from '../../../yaml/index.ts';
import { localityMatches, placeEndpoints, sharesByLocality, type Placeable } from './locality.ts';
import { localityOfLabels } from './traffic-distribution.ts';

const at = (locality: string, labels: Placeable['labels'] = {}, weight = 1): Placeable => ({
  locality,
  labels,
  weight,
});
const place = (
  endpoints: readonly Placeable[],
  setting: YamlValue | undefined,
  more: {
    readonly outlier?: boolean;
    readonly locality?: string | undefined;
    readonly labels?: Placeable['labels'];
  } = {},
) =>
  placeEndpoints(endpoints, {
    setting,
    hasOutlierDetection: more.outlier ?? true,
    locality: 'locality' in more ? more.locality : 'eu/a/1',
    labels: more.labels ?? {},
  });
const priorities = (...args: Parameters<typeof place>) => place(...args).map((each) => each?.priority);

const FOUR = [at('eu/a/1'), at('eu/a/2'), at('eu/b/1'), at('us/a/1')];

describe('localities', () => {
  it.each([
    ['eu/*', 'eu/a/1', true],
    ['eu/a/*', 'eu/b/1', false],
    ['eu', 'eu/a', true],
    ['*', '', true],
    ['eu/a/1', 'eu/a', false],
  ])('%s takes %s: %s', (pattern, locality, taken) => {
    expect(localityMatches(pattern, locality)).toBe(taken);
  });

  it('are priorities by nearness, without gaps', () => {
    expect(priorities(FOUR, {})).toEqual([0, 1, 2, 3]);
    expect(priorities([at('eu/b'), at('us/a')], {})).toEqual([0, 1]);
  });

  it.each([
    ['outlier detection', { outlier: false }, {}],
    ['a locality of the caller', { locality: undefined }, {}],
    ['the setting, switched off', {}, { enabled: false }],
  ] as const)('do nothing without %s', (_, more, setting) => {
    expect(priorities(FOUR, setting, more)).toEqual([0, 0, 0, 0]);
  });

  it('fail over to the region that is named before all others', () => {
    const foreign = [at('eu/a/1'), at('us/a'), at('asia/a')];
    expect(priorities(foreign, { failover: [{ from: 'eu', to: 'asia' }] })).toEqual([0, 2, 1]);
    expect(priorities(foreign, { failover: [{ from: 'us', to: 'asia' }] })).toEqual([0, 1, 1]);
  });

  it('fail over by labels, until the first that does not agree', () => {
    const setting = { failoverPriority: ['version', 'topology.kubernetes.io/region'] };
    const labels = { version: 'v1' };
    const some = [
      at('eu', labels),
      at('us', labels),
      at('eu', { version: 'v2' }),
      at('us', { version: 'v2' }),
    ];
    expect(priorities(some, setting, { labels })).toEqual([0, 1, 2, 2]);
    expect(priorities(some, { failoverPriority: ['version=v2'] }, { labels })).toEqual([1, 1, 0, 0]);
  });

  it('are distributed by weight, shared by their endpoints; those not named get nothing', () => {
    const setting = { distribute: [{ from: 'eu/*', to: { 'eu/a/*': 80, 'eu/b/*': 20 } }] };
    expect(place(FOUR, setting, { outlier: false })).toEqual([
      { priority: 0, localityWeight: 40 },
      { priority: 0, localityWeight: 40 },
      { priority: 0, localityWeight: 20 },
      null,
    ]);
    expect(place(FOUR, { distribute: [{ from: 'us/*', to: { 'us/*': 100 } }] })).not.toContain(null);
  });

  // https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/cluster_traffic_policy.go
  it.each([
    ['nothing', {}, true, false],
    ['no setting at all', undefined, true, false],
    ['failover', { failover: [{ from: 'eu', to: 'us' }] }, true, true],
    ['failoverPriority', { failoverPriority: ['version'] }, true, true],
    ['failover without outlier detection', { failover: [{ from: 'eu', to: 'us' }] }, false, false],
    ['distribute', { distribute: [{ from: '*', to: { '*': 100 } }] }, false, true],
    ['what is switched off', { enabled: false, failoverPriority: ['version'] }, true, false],
  ] as const)(
    'share by their weights where the setting says %s',
    (_, setting, hasOutlierDetection, shares) => {
      expect(sharesByLocality({ setting: setting as YamlValue | undefined, hasOutlierDetection })).toBe(
        shares,
      );
    },
  );

  it('fail over by labels without a locality, and by traffic distribution without outlier detection', () => {
    const labels = { version: 'v1' };
    const some = [at('', labels), at('')];
    const setting = { failoverPriority: ['version'] };
    expect(priorities(some, setting, { labels, locality: undefined })).toEqual([0, 1]);
    expect(priorities(some, setting, { labels, outlier: false })).toEqual([0, 0]);
    const forced = placeEndpoints(some, {
      setting,
      hasOutlierDetection: false,
      forced: true,
      locality: 'eu',
      labels,
    });
    expect(forced.map((each) => each?.priority)).toEqual([0, 1]);
  });

  it('have whole weights, rounded up', () => {
    const setting = { distribute: [{ from: '*', to: { 'eu/*': 100 } }] };
    const three = [at('eu/a'), at('eu/b'), at('eu/c')];
    expect(place(three, setting).map((each) => each?.localityWeight)).toEqual([34, 34, 34]);
  });

  it.each([
    [{ 'istio-locality': 'eu.a.1' }, 'eu/a/1'],
    [{ 'topology.kubernetes.io/region': 'eu', 'topology.kubernetes.io/zone': 'a' }, 'eu/a'],
    [{ app: 'x' }, ''],
  ])('are told by the labels %j: %j', (labels, locality) => {
    expect(localityOfLabels(labels)).toBe(locality);
  });
});
