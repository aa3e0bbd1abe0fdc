import { judgedTogether } from '../../linked/linked.testkit.ts';

const here = (code: string): boolean => code.startsWith('MW28');
const filter = (name: string, operation: string, applyTo = 'HTTP_FILTER', more = ''): string =>
  `EnvoyFilter shop/${name} { configPatches: [{ applyTo: ${applyTo}, ${more}patch: { operation: ${operation}, value: { name: lua } } }] }`;
const at = (name: string): string => `EnvoyFilter/${name} spec.configPatches[0].patch.operation`;

judgedTogether(
  'patches',
  [
    ['that stand by themselves', [filter('a', 'ADD'), filter('b', 'MERGE')]],
    ['beside something', [filter('a', 'INSERT_BEFORE')], `MW2801 ${at('a')}`],
    ['with a priority', [filter('a', 'INSERT_BEFORE').replace('{ config', '{ priority: 5, config')]],
    ['that replace a cluster', [filter('a', 'REPLACE', 'CLUSTER')], `MW2802 ${at('a')}`],
    ['that add a route', [filter('a', 'ADD', 'HTTP_ROUTE')], `MW2803 ${at('a')}`],
    ['that remove a route', [filter('a', 'REMOVE', 'HTTP_ROUTE')], `MW2804 ${at('a')}`],
    [
      'beside one for some versions',
      [
        filter('a', 'INSERT_BEFORE'),
        filter('b', 'ADD', 'HTTP_FILTER', 'match: { proxy: { proxyVersion: "1.*" } }, '),
      ],
      `MW2805 ${at('a')}`,
    ],
  ],
  here,
);

const logs = (name: string, more = '', selector = ''): string =>
  `Telemetry shop/${name} { ${selector && `selector: { matchLabels: { ${selector} } }, `}accessLogging: [{ disabled: false${more} }] }`;
const provided = ', providers: [{ name: envoy }]';

judgedTogether(
  'Telemetry',
  [
    ['with a provider', [logs('a', provided)]],
    ['without one', [logs('a')], 'MW2806 Telemetry/a spec.accessLogging[0]'],
    [
      'twice for a namespace',
      [logs('a', provided), logs('b', provided)],
      'MW2808 Telemetry/a metadata.name',
      'MW2808 Telemetry/b metadata.name',
    ],
    ['for two workloads', [logs('a', provided, 'app: web'), logs('b', provided, 'app: db')]],
    [
      'twice for a workload',
      [
        'Pod shop/p { app: web, tier: front }',
        logs('a', provided, 'app: web'),
        logs('b', provided, 'tier: front'),
      ],
      'MW2807 Telemetry/a spec.selector',
      'MW2807 Telemetry/b spec.selector',
    ],
  ],
  here,
);
judgedTogether(
  'Telemetry of a mesh with defaults',
  [
    ['logs', [logs('a')]],
    [
      'traces to Lightstep',
      ['Telemetry shop/a { tracing: [{ providers: [{ name: ls }] }] }'],
      'MW2809 Telemetry/a spec.tracing[0].providers[0].name',
    ],
  ],
  here,
  'meshConfig: { defaultProviders: { accessLogging: [envoy] }, extensionProviders: [{ name: ls, lightstep: { port: 1 } }] }',
);
