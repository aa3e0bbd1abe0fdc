import {
  asLabels,
  asList,
  asNumber,
  asText,
  hostsOf,
  isWildcard,
  key,
  labelsText,
  member,
  specOf,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { POLICY_FIELDS, portsOf } from '../../routing/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import { POLICY_WORDS } from '../words/policy-words.ts';
import { listOf, type Sentence } from './sentence.ts';

/** What a DestinationRule does to the connections of its host. */
export function explainDestinationRule(view: MeshView, rule: Resource): readonly Sentence[] {
  const spec = specOf(rule);
  const [host = ''] = hostsOf(rule, view.settings);
  const policy = member(spec, 'trafficPolicy');
  const selector = labelsText(asLabels(member(member(spec, 'workloadSelector'), 'matchLabels')));
  return [
    {
      text: `It says how proxies send to ${host}${selector ? `, for workloads with ${selector} alone` : ''}.`,
      path: ['spec', 'host'],
    },
    ...unknown(view, host),
    ...policySentences(policy, ['spec', 'trafficPolicy'], ''),
    ...doubled(view, host, policy),
    ...portSentences(policy, ['spec', 'trafficPolicy'], ''),
    ...asList(member(spec, 'subsets')).flatMap((subset, index) =>
      subsetSentences(subset, ['spec', 'subsets', index]),
    ),
  ];
}

const definers = (view: MeshView, host: string): readonly Resource[] => [
  ...view.find(key.host('Service', host)),
  ...view.find(key.host('ServiceEntry', host)),
];

function unknown(view: MeshView, host: string): readonly Sentence[] {
  if (!host || isWildcard(host) || definers(view, host).length) return [];
  return [
    {
      text: `Nothing in the files defines ${host}, so it counts for nothing here.`,
      path: ['spec', 'host'],
      odd: true,
    },
  ];
}

const TLS: Readonly<Record<string, string>> = {
  DISABLE: 'The proxy opens no TLS: what the app sends goes out as it is.',
  SIMPLE:
    'The proxy opens TLS and checks the server’s certificate; it shows none of its own, so this is no mutual TLS.',
  MUTUAL: 'The proxy opens mutual TLS with the client certificate that is named here.',
  ISTIO_MUTUAL: 'The proxy opens mutual TLS with the mesh’s own certificate, which only the mesh knows.',
};

function policySentences(policy: YamlValue | undefined, path: Path, whom: string): readonly Sentence[] {
  const tls = asText(member(member(policy, 'tls'), 'mode'));
  const sni = asText(member(member(policy, 'tls'), 'sni'));
  return [
    ...(member(policy, 'tls')
      ? [
          {
            text: `${whom}${TLS[tls ?? 'DISABLE'] ?? TLS['DISABLE']}${sni ? ` It asks for ${sni}.` : ''}`,
            path: [...path, 'tls'],
          },
        ]
      : []),
    ...POLICY_FIELDS.flatMap((field): readonly Sentence[] => {
      const value = member(policy, field);
      const words = POLICY_WORDS[field];
      return value && words ? [{ text: `${whom}${words(value)}`, path: [...path, field] }] : [];
    }),
  ];
}

/** TLS around the TLS that an app speaks itself. */
function doubled(view: MeshView, host: string, policy: YamlValue | undefined): readonly Sentence[] {
  const mode = asText(member(member(policy, 'tls'), 'mode'));
  if (mode === undefined || mode === 'DISABLE') return [];
  const own = new Set(
    asList(member(policy, 'portLevelSettings')).map((each) =>
      asNumber(member(member(each, 'port'), 'number')),
    ),
  );
  const ports = definers(view, host)
    .flatMap(portsOf)
    .filter(({ class: kind, number }) => kind === 'tls' && !own.has(number));
  return ports.length
    ? [
        {
          text: `On port ${listOf([...new Set(ports.map(({ number }) => String(number)))])} apps speak TLS themselves: theirs is wrapped in TLS once more, and the call breaks.`,
          path: ['spec', 'trafficPolicy', 'tls'],
          odd: true,
        },
      ]
    : [];
}

function portSentences(policy: YamlValue | undefined, path: Path, whom: string): readonly Sentence[] {
  const top = POLICY_FIELDS.filter((field) => member(policy, field));
  return asList(member(policy, 'portLevelSettings')).flatMap((settings, index) => {
    const port = asNumber(member(member(settings, 'port'), 'number')) ?? '?';
    const at = [...path, 'portLevelSettings', index];
    const lost = top.filter((field) => !member(settings, field));
    return [
      ...policySentences(settings, at, `${whom}On port ${port}: `),
      ...(lost.length
        ? [
            {
              text: `${whom}On port ${port} the ${listOf(lost)} above ${lost.length === 1 ? 'does' : 'do'} not count: settings of a port stand in place of all others.`,
              path: at,
              odd: true,
            },
          ]
        : []),
    ];
  });
}

function subsetSentences(subset: YamlValue, path: Path): readonly Sentence[] {
  const name = asText(member(subset, 'name')) ?? '?';
  const labels = labelsText(asLabels(member(subset, 'labels')));
  const policy = member(subset, 'trafficPolicy');
  return [
    { text: `The subset ${name} is ${labels ? `the endpoints with ${labels}` : 'all endpoints'}.`, path },
    ...policySentences(policy, [...path, 'trafficPolicy'], `To ${name}: `),
    ...portSentences(policy, [...path, 'trafficPolicy'], `To ${name}: `),
  ];
}
